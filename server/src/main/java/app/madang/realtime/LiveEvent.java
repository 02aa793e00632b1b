package app.madang.realtime;

import java.util.Map;

/**
 * Something that changed on a topic.
 *
 * @param topic such as {@code pool:0198…}
 * @param version rises by one with each event of the topic, without gaps
 * @param type such as {@code unit_held}
 * @param data what a subscriber may see; serialised once and shared by all of them
 */
public record LiveEvent(String topic, long version, String type, Map<String, ?> data) {}
