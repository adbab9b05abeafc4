import { Route, Switch } from "wouter";
import { InteractionList } from "./interaction-list.tsx";
import { InteractionPage } from "./interaction-page.tsx";

/** All contacts with their course; one of them is where every figure leads. */
export function InteractionsPage() {
  return (
    <Switch>
      <Route path="/interactions/:interactionId">
        {({ interactionId }) => <InteractionPage key={interactionId} interactionId={interactionId} />}
      </Route>
      <Route>
        <InteractionList />
      </Route>
    </Switch>
  );
}
