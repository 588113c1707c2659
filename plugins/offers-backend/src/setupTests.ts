// Real databases on a shared machine: what is slow is not wrong.
jest.setTimeout(60_000);
