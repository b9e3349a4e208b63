package org.homeward.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.homeward.simulator.body.Body;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.device.Closing;
import org.homeward.simulator.device.Ledger;
import org.homeward.simulator.device.Protocol;
import org.homeward.simulator.device.SimulatedDevice;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Place;
import org.homeward.simulator.platform.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `simulate`: any number of simulated patients for a while, with a ledger at the end.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Simulated patients send readings. The same seed gives the same people and values.",
            "Exit code 1 if a reading was refused or its outcome stayed unknown."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--patients", defaultValue = "10", description = "how many (${DEFAULT-VALUE})")
    private int patients;

    @Option(
            names = "--rate",
            defaultValue = "1",
            description = "readings a second, all patients together (${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--scenario",
            defaultValue = "stable",
            description =
                    "stable, deteriorating-respiratory, hypertension, copd or heart-failure-weight"
                            + " (${DEFAULT-VALUE})")
    private String scenario = "stable";

    @Option(
            names = "--duration",
            defaultValue = "60",
            description = "seconds to run (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description =
                    "how many times faster measured time passes, ending now (${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--seed", defaultValue = "17", description = "(${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--protocol",
            defaultValue = "http",
            description = "http, mqtt (3.1.1) or mqtt5 (${DEFAULT-VALUE})")
    private String protocol = "http";

    private final Closing closing = new Closing();
    private final Ledger ledger = new Ledger();

    @Override
    public Integer call() {
        Scenario story = named("--scenario", scenario, Scenario::named);
        Protocol means = named("--protocol", protocol, Protocol::named);
        require("--patients", patients, 1, 10_000);
        require("--rate", rate, 0.001, 10_000);
        require("--duration", seconds, 1, 864_000);
        require("--speed", speed, 1, 10_000);
        return run(story, means);
    }

    private <T> T named(String option, String text, Function<String, T> known) {
        try {
            return known.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), option + " '" + text + "' is not known; see --help", e);
        }
    }

    private void require(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s must be from %s to %s".formatted(option, plain(least), plain(most)));
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private int run(Scenario story, Protocol means) {
        Place place = Place.from(System.getenv());
        Http http = new Http();
        Registry registry = new Registry(new Gateway(http, place), DeviceBook.open(place.state()));
        Instant now = Instant.now();
        Instant begins = now.minusMillis((long) (seconds * 1000 * (speed - 1)));
        SimulatedPatients people = new SimulatedPatients(registry, "nurse", seed, begins);
        List<SimulatedPatients.Admitted> admitted =
                IntStream.range(0, patients).mapToObj(n -> people.admit(n, story)).toList();
        say("%d patients are there, %.1f readings/s for %d s".formatted(patients, rate, seconds));
        Instant start = Instant.now();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SimulatedPatients.Admitted one : admitted) {
                SimulatedDevice device =
                        new SimulatedDevice(
                                one.device().deviceId(),
                                means.link(http.client(), place, one.device()),
                                ledger,
                                closing);
                threads.execute(() -> live(one, device, begins, start));
            }
            closing.within(Duration.ofSeconds(seconds));
            closing.close();
        }
        return report();
    }

    private void live(
            SimulatedPatients.Admitted one, SimulatedDevice device, Instant begins, Instant start) {
        Duration interval = Duration.ofNanos((long) (patients / rate * 1e9));
        boolean closed = closing.within(interval.multipliedBy(one.number()).dividedBy(patients));
        for (int n = 0; !closed; n++) {
            long told = (long) (Duration.between(start, Instant.now()).toMillis() * speed);
            Instant measured = begins.plusMillis(told);
            List<String> codes = Body.codes();
            String code = codes.get(n % codes.size());
            String id = "s-" + code + "-" + measured.toEpochMilli();
            device.send(List.of(one.body().measure(code, id, measured)));
            closed = closing.within(interval);
        }
        device.close();
    }

    private int report() {
        long ok = ledger.count(Ledger.Mark.OK);
        long fail = ledger.count(Ledger.Mark.FAIL);
        long unknown = ledger.count(Ledger.Mark.UNKNOWN);
        say("%d acknowledged, %d refused, %d unknown".formatted(ok, fail, unknown));
        return fail + unknown == 0 ? 0 : 1;
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
