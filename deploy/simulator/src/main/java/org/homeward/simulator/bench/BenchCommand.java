package org.homeward.simulator.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Place;
import org.homeward.simulator.platform.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bench`: the load test.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the running stack: rates, latencies, CPU per 10 000 readings, memory.",
            "Fails if the store's rows differ from what was acknowledged."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int FEWEST = 1_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--floor", description = "also run the bare pipeline, and give ratios to it")
    private boolean withFloor;

    @Option(names = "--quick", description = "a few seconds per work, one run: a smoke test")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures as JSON")
    private @Nullable Path json;

    @Option(
            names = "--works",
            split = ",",
            description = "only these works, such as json-1,alert-latency")
    private List<String> labels = List.of();

    @Option(
            names = "--crowd",
            paramLabel = "DEVICES",
            description = "how many devices json-1-crowd writes into the store (${DEFAULT-VALUE})")
    private int crowd = 100_000;

    @Override
    public Integer call() {
        if (crowd < FEWEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--crowd: at least " + FEWEST + ", or a device has two turns at once");
        }
        Place place = Place.from(System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        Registry registry =
                new Registry(new Gateway(new Http(), place), DeviceBook.open(place.state()));
        out.println("registering the load test's patients and devices");
        out.flush();
        BenchFleet.Size size = quick ? BenchFleet.Size.QUICK : BenchFleet.Size.FULL;
        BenchFleet fleet = BenchFleet.admit(registry, size, new Crowd(place, crowd));
        Bench.Plan plan = quick ? Bench.Plan.QUICK : Bench.Plan.FULL;
        FloorProcess floor = withFloor ? FloorProcess.open(place) : null;
        try (Bench bench = new Bench(place, fleet, plan, out, floor)) {
            BenchReport report = new BenchReport(bench.run(works()), place.state());
            out.print(report.table());
            out.flush();
            if (json != null) {
                report.write(json);
            }
            return 0;
        } finally {
            if (floor != null) {
                floor.close();
            }
        }
    }

    private List<Work> works() {
        List<Work> asked = labels.isEmpty() ? Arrays.asList(Work.values()) : Work.named(labels);
        return asked.stream().filter(work -> withFloor || !work.isFloor()).toList();
    }
}
