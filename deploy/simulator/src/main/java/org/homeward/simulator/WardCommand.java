package org.homeward.simulator;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.homeward.simulator.device.Closing;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Place;
import org.homeward.simulator.platform.Registry;
import org.homeward.simulator.ward.DemoWard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ward`: what `./homeward up` starts beside the services.
@Command(
        name = "ward",
        mixinStandardHelpOptions = true,
        description = "Fills a small demo ward and lets its devices send until it is stopped.")
final class WardCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Place place = Place.from(System.getenv());
        Http http = new Http();
        Registry registry = new Registry(new Gateway(http, place), DeviceBook.open(place.state()));
        Closing closing = new Closing();
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(closing, main), "closing"));
        PrintWriter out = spec.commandLine().getOut();
        new DemoWard(http, place, registry, out).run(closing);
        return 0;
    }

    /// Lets the devices finish what they are sending, for a few seconds.
    private static void end(Closing closing, Thread main) {
        closing.close();
        try {
            main.join(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
