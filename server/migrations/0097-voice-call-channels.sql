-- A start asks whether a channel that Asterisk still has was written down (voice/take-arrivals.ts).
create index call_citizen_channel on voice.call (citizen_channel_id) where citizen_channel_id is not null;
