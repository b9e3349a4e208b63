package org.homeward.gateway.live;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.homeward.events.Topics;

/// How far somebody has read: for every partition of the feed's topics the offset of the next
/// record. As text it is a feed event's id: topics joined by `-`, offsets in base 36 joined by `.`.
public final class OffsetVector {
    public static final List<String> TOPICS =
            List.of(Topics.ALERTS, Topics.FOLLOW_UPS, Topics.READINGS);

    private static final Pattern FORM =
            Pattern.compile("[0-9a-z]{1,12}([.-][0-9a-z]{1,12}){2,600}");

    private final long[][] next;

    private OffsetVector(long[][] next) {
        this.next = next;
    }

    /// A vector of zeros.
    ///
    /// @param partitions of each topic, in the order of [#TOPICS]
    public static OffsetVector zero(List<Integer> partitions) {
        return new OffsetVector(partitions.stream().map(n -> new long[n]).toArray(long[][]::new));
    }

    /// Reads an event id; empty if it is none, or one of other partitions than these.
    public static Optional<OffsetVector> parse(String text, OffsetVector like) {
        if (text.length() > 8_000 || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] topics = text.split("-", -1);
        if (topics.length != like.next.length) {
            return Optional.empty();
        }
        long[][] next = new long[topics.length][];
        for (int i = 0; i < topics.length; i++) {
            next[i] =
                    Arrays.stream(topics[i].split("\\.", -1))
                            .mapToLong(s -> Long.parseLong(s, 36))
                            .toArray();
            if (next[i].length != like.next[i].length) {
                return Optional.empty();
            }
        }
        return Optional.of(new OffsetVector(next));
    }

    public OffsetVector copy() {
        return new OffsetVector(Arrays.stream(next).map(long[]::clone).toArray(long[][]::new));
    }

    public long get(TopicPartition partition) {
        return next[TOPICS.indexOf(partition.topic())][partition.partition()];
    }

    /// Moves one partition on; never back.
    public void advance(TopicPartition partition, long to) {
        long[] topic = next[TOPICS.indexOf(partition.topic())];
        topic[partition.partition()] = Math.max(topic[partition.partition()], to);
    }

    /// The same vector kept within what the log holds.
    public OffsetVector bounded(
            Map<TopicPartition, Long> oldest, Map<TopicPartition, Long> newest) {
        OffsetVector within = copy();
        for (TopicPartition p : partitions()) {
            long most = newest.getOrDefault(p, Long.MAX_VALUE);
            long least = oldest.getOrDefault(p, 0L);
            within.next[TOPICS.indexOf(p.topic())][p.partition()] =
                    Math.max(least, Math.min(most, get(p)));
        }
        return within;
    }

    public List<TopicPartition> partitions() {
        return IntStream.range(0, next.length)
                .boxed()
                .flatMap(
                        t ->
                                IntStream.range(0, next[t].length)
                                        .mapToObj(p -> new TopicPartition(TOPICS.get(t), p)))
                .toList();
    }

    /// How many records lie between this and a later vector.
    public long distanceTo(OffsetVector later) {
        return partitions().stream().mapToLong(p -> Math.max(0, later.get(p) - get(p))).sum();
    }

    @Override
    public String toString() {
        return Arrays.stream(next)
                .map(
                        topic ->
                                Arrays.stream(topic)
                                        .mapToObj(offset -> Long.toString(offset, 36))
                                        .collect(Collectors.joining(".")))
                .collect(Collectors.joining("-"));
    }
}
