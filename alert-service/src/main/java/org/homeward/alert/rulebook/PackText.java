package org.homeward.alert.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.alert.rule.Band;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Origin;
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rule.Rounding;
import org.homeward.alert.rule.Threshold;
import org.jspecify.annotations.Nullable;

/// Reads the default pack's text: default-pack.csv, whose lines start with what they say (`pack`,
/// `exit-band`, `measure`, `rule`, `target`). A line that cannot be understood stops the start.
final class PackText {
    record Measure(String code, Rounding rounding) {}

    private static final String FILE = "default-pack.csv";

    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, BigDecimal> exitBands = new HashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<Threshold> rules = new ArrayList<>();
    private final List<Threshold> targets = new ArrayList<>();

    static PackText read() {
        try (InputStream csv = PackText.class.getResourceAsStream(FILE)) {
            if (csv == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            PackText text = new PackText();
            new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> text.take(line.split(";", -1)));
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String[] f) {
        switch (f[0]) {
            case "pack" -> settings.put(f[1], f[2]);
            case "exit-band" -> exitBands.put(f[1], new BigDecimal(f[2]));
            case "measure" ->
                    measures.add(
                            new Measure(
                                    f[1],
                                    new Rounding(Integer.parseInt(f[2]), f[3].equals("worse"))));
            case "rule" -> rules.add(threshold(f, "pack"));
            case "target" -> targets.add(threshold(f, "scale-2"));
            default -> throw new IllegalStateException(FILE + ": unknown line " + f[0]);
        }
    }

    /// Columns: kind, id, code, direction, enter, exit band, priority, urgent, source, rationale.
    private Threshold threshold(String[] f, String kind) {
        String[] enter = f[4].split(" ", -1);
        Direction direction = Direction.valueOf(f[3].toUpperCase(Locale.ROOT));
        if (enter[0].startsWith("<") != (direction == Direction.LOW)) {
            throw new IllegalStateException(FILE + ": " + f[1] + " looks the wrong way");
        }
        Band band =
                new Band(
                        new BigDecimal(enter[1]),
                        enter[0].endsWith("="),
                        new BigDecimal(f[5]),
                        optional(f[7]));
        return new Threshold(
                f[1],
                version(),
                f[2],
                direction,
                Priority.named(f[6]),
                band,
                confirm(),
                rounding(f[2]),
                kind.equals("scale-2") && direction == Direction.HIGH,
                new Origin(kind, DefaultPack.NAME, "", 0, f[8]));
    }

    private Rounding rounding(String code) {
        return measures.stream()
                .filter(m -> m.code().equals(code))
                .map(Measure::rounding)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + ": no measure " + code));
    }

    private static @Nullable BigDecimal optional(String field) {
        return field.isEmpty() ? null : new BigDecimal(field);
    }

    private String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalStateException(FILE + ": pack;" + name + " must come first");
        }
        return value;
    }

    String version() {
        return setting("version");
    }

    Confirm confirm() {
        String[] words = setting("confirm").split(" of ", -1);
        return new Confirm(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }

    Duration deadline() {
        return Duration.parse(setting("deadline"));
    }

    Duration refractory() {
        return Duration.parse(setting("refractory"));
    }

    Map<String, BigDecimal> exitBands() {
        return exitBands;
    }

    List<Measure> measures() {
        return measures;
    }

    List<Threshold> rules() {
        return List.copyOf(rules);
    }

    List<Threshold> targetRange() {
        return List.copyOf(targets);
    }
}
