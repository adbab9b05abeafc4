import { Route, Switch } from "wouter";
import { TicketInbox } from "./ticket-inbox.tsx";
import { TicketPage } from "./ticket-page.tsx";

export function TicketsPage() {
  return (
    <Switch>
      <Route path="/tickets/:ticketId">
        {({ ticketId }) => <TicketPage key={ticketId} ticketId={ticketId} />}
      </Route>
      <Route>
        <TicketInbox />
      </Route>
    </Switch>
  );
}
