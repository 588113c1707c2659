import {
  Alert,
  Avatar,
  Box,
  Button,
  Card,
  CardBody,
  CardFooter,
  Container,
  Flex,
  Grid,
  Text,
} from '@backstage/ui';
import type { SamplePerson } from './people';

interface PeopleListProps {
  portal: string;
  people: SamplePerson[];
  /** What went wrong with the last choice. */
  problem?: string;
  onChoose(person: SamplePerson): void;
}

const PersonCard = ({ person, onChoose }: { person: SamplePerson; onChoose(): void }) => (
  <Card>
    <CardBody>
      <Flex gap="3" align="start">
        <Avatar src="" name={person.title} size="large" purpose="decoration" />
        <Flex direction="column" gap="1">
          <Text as="h2" variant="body-large" weight="bold">
            {person.title}
          </Text>
          <Text as="p" variant="body-medium" color="secondary">
            {person.role}
          </Text>
        </Flex>
      </Flex>
    </CardBody>
    <CardFooter>
      <Button variant="secondary" onPress={onChoose} aria-label={`Enter as ${person.title}`}>
        Enter
      </Button>
    </CardFooter>
  </Card>
);

/** Everyone whom the visitor may be, as cards with a button each. */
export const PeopleList = ({ portal, people, problem, onChoose }: PeopleListProps) => (
  <Box as="main" style={{ minHeight: '100vh' }}>
    <Container pt="8" pb="8">
      <Flex direction="column" gap="6">
        <Flex direction="column" gap="2" style={{ maxWidth: '44rem' }}>
          <Text as="h1" variant="title-medium" weight="bold">
            {portal}: who are you?
          </Text>
          <Text as="p" variant="body-large" color="secondary">
            These are the people of the sample organisation. The choice holds for this tab; open a
            second tab to be somebody else at the same time, or sign out under Settings to change.
          </Text>
        </Flex>
        {problem && <Alert status="danger" icon title={problem} role="alert" />}
        {people.length === 0 && (
          <Alert
            status="warning"
            icon
            title="Nobody can sign in yet"
            description="List people under auth.providers.samplePeople.people, or replace this page by the sign-in of your organisation."
          />
        )}
        <Grid.Root columns={{ initial: '1', sm: '2', lg: '3' }} gap="4">
          {people.map(person => (
            <PersonCard key={person.ref} person={person} onChoose={() => onChoose(person)} />
          ))}
        </Grid.Root>
      </Flex>
    </Container>
  </Box>
);
