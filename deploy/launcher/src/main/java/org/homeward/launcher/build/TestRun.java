package org.homeward.launcher.build;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.launcher.Home;
import org.homeward.launcher.process.Logs;
import org.jspecify.annotations.Nullable;

/// Everything that must pass: the whole build with all its tests, told module by module.
public final class TestRun {
    private static final Pattern MODULE = Pattern.compile("\\[INFO] {3}from (.*?)/?pom\\.xml");
    private static final Pattern DASHBOARD =
            Pattern.compile(" *Tests +(?:(\\d+) failed \\| )?(\\d+) passed.*");
    private static final Duration BUDGET = Duration.ofMinutes(30);

    private final Home home;
    private final Consumer<String> say;
    private final Instant startedAt = Instant.now();
    private Tally total = Tally.NONE;
    private Tally dashboard = Tally.NONE;
    private @Nullable String current;
    private Instant since = startedAt;

    public TestRun(Home home, Consumer<String> say) {
        this.home = home;
        this.say = say;
    }

    /// Runs it all.
    ///
    /// @return whether all passed; something must have run, too
    public boolean run(boolean longer) {
        Tools.requireNode();
        Tools.chromium(say);
        Path log = home.state().resolve("logs/test.log");
        say.accept("Building and testing; the whole log is " + log);
        List<String> arguments = new ArrayList<>(List.of("verify", "--fail-at-end"));
        if (longer) {
            arguments.add("-Dhomeward.long=true");
        }
        boolean built = new Maven(home.root(), log).run(arguments, this::line);
        finish();
        boolean passed = built && total.failed() == 0 && total.passed() > 0;
        if (!passed) {
            explain(log);
        }
        say.accept("took " + time(between(startedAt)) + " of " + time(BUDGET));
        say.accept(total.line());
        return passed;
    }

    private void line(String text) {
        Matcher module = MODULE.matcher(text);
        if (module.matches()) {
            finish();
            current = module.group(1);
            since = Instant.now();
        }
        Matcher tests = DASHBOARD.matcher(text.replaceAll("\u001B\\[[0-9;]*m", ""));
        if (tests.matches()) {
            int failed = tests.group(1) == null ? 0 : Integer.parseInt(tests.group(1));
            List<String> names = failed == 0 ? List.of() : List.of("dashboard: see the log");
            dashboard =
                    dashboard.plus(new Tally(Integer.parseInt(tests.group(2)), failed, 0, names));
        }
    }

    private void finish() {
        if (current == null || current.isEmpty()) {
            return;
        }
        Tally tally = Reports.since(home.root().resolve(current), startedAt).plus(dashboard);
        dashboard = Tally.NONE;
        total = total.plus(tally);
        Duration took = between(since);
        Duration budget = Module.at(current).map(Module::budget).orElse(BUDGET);
        say.accept(
                "  %-22s %6s of %5s   %s%s"
                        .formatted(
                                current,
                                time(took),
                                time(budget),
                                tally.line(),
                                took.compareTo(budget) > 0 ? "   OVER ITS BUDGET" : ""));
        current = null;
    }

    private void explain(Path log) {
        total.failures().forEach(failure -> say.accept("FAILED " + failure));
        String errors =
                Logs.tail(log, 400)
                        .lines()
                        .filter(line -> line.startsWith("[ERROR]"))
                        .limit(40)
                        .collect(Collectors.joining("\n"));
        say.accept(errors.isEmpty() ? Logs.tail(log, 60) : errors);
    }

    private static Duration between(Instant from) {
        return Duration.between(from, Instant.now());
    }

    private static String time(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
