import { Button, Dialog, DialogBody, DialogFooter, DialogHeader, Flex, Text } from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import { DateTimeField } from '../forms/DateTimeField';
import { namedTime } from '../forms/namedTime';
import { ZoneField } from '../forms/ZoneField';
import { localInZone, readersZone } from '../words/dates';
import { useT } from '../words/useWords';

interface AsOfDialogProps {
  at: string | undefined;
  onShow: (instant: string) => void;
  onClose: () => void;
}

/** Nobody looks for a second: a field without seconds asks for none. */
const thisMinute = () => `${new Date().toISOString().slice(0, 16)}:00Z`;

/** Asks for a date and time with its zone; a time that a clock change skips is refused (rule 13). */
export default function AsOfDialog({ at, onShow, onClose }: AsOfDialogProps) {
  const t = useT();
  const [zone, setZone] = useState(readersZone);
  const [local, setLocal] = useState(() => localInZone(at ?? thisMinute(), zone));
  const { instant, fault } = namedTime(local, zone);
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (!instant) return;
    onShow(instant);
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width="min(30rem, 92vw)">
      <form onSubmit={show}>
        <DialogHeader>{t('asOf.title')}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            <Text as="p" color="secondary">
              {t('asOf.lede')}
            </Text>
            <DateTimeField
              label={t('asOf.when')}
              isRequired
              value={local}
              onChange={setLocal}
              error={fault}
            />
            <ZoneField value={zone} onChange={setZone} />
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={onClose}>
            {t('parts.back')}
          </Button>
          <Button variant="primary" type="submit" isDisabled={!instant}>
            {t('asOf.show')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
