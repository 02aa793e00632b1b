package app.madang.realtime.socket;

import app.madang.realtime.hub.Frames;
import app.madang.realtime.hub.Hub;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every conversation needs, held once for all of them. */
@Component
record Talk(Hub hub, Frames frames, MessageParser parser, RealtimeSettings settings, Clock clock) {}
