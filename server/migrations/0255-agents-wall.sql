-- Only the router reads who is at work; nobody's transaction over one organism sees another's agents.
select platform.protect('routing.agent');
