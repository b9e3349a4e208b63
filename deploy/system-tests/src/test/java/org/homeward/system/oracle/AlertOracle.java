package org.homeward.system.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All alerts of one patient whose readings came live and in order and whose alerts nobody touched.
public final class AlertOracle {
    private static final int NEEDED = 2;
    private static final int OF = 3;

    private AlertOracle() {}

    /// The alerts that these samples raise.
    ///
    /// @param samples oldest first
    /// @param own the plan's thresholds, in place of the default rules of their measures
    public static List<Expected> alerts(UUID patientId, List<Sample> samples, List<Limits> own) {
        Stream<Rule> defaults =
                Rule.DEFAULT.stream()
                        .filter(r -> own.stream().noneMatch(l -> l.code().equals(r.code())));
        return Stream.concat(own.stream().flatMap(Rule::threshold), defaults)
                .flatMap(rule -> new Watch(patientId, rule).over(samples).stream())
                .toList();
    }

    /// One direction of one measure over time.
    private static final class Watch {
        private final UUID patientId;
        private final Rule rule;
        private final List<Expected> raised = new ArrayList<>();
        private final List<Sample> window = new ArrayList<>();
        private @Nullable Sample openSince;

        Watch(UUID patientId, Rule rule) {
            this.patientId = patientId;
            this.rule = rule;
        }

        List<Expected> over(List<Sample> samples) {
            samples.stream().filter(s -> s.code().equals(rule.code())).forEach(this::next);
            if (openSince != null) {
                raised.add(alert(openSince, false));
            }
            return raised;
        }

        private void next(Sample sample) {
            if (openSince != null) {
                if (rule.isRecovered(sample.value()) && !rule.staysOpen()) {
                    raised.add(alert(openSince, true));
                    openSince = null;
                    window.clear();
                }
                return;
            }
            window.add(sample);
            if (window.size() > OF) {
                window.removeFirst();
            }
            List<Sample> red = window.stream().filter(s -> rule.isRed(s.value())).toList();
            if (red.size() >= NEEDED || rule.isUrgent(sample.value())) {
                openSince = red.getFirst();
            }
        }

        private Expected alert(Sample onset, boolean cleared) {
            return new Expected(patientId, rule.id(), rule.version(), onset.readingId(), cleared);
        }
    }
}
