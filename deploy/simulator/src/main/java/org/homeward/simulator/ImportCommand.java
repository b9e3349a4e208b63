package org.homeward.simulator;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.simulator.bundle.BundleImport;
import org.homeward.simulator.bundle.BundleReader;
import org.homeward.simulator.bundle.PatientBundle;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Place;
import org.homeward.simulator.platform.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import FILE...`: one bad file does not stop the others; the exit code tells that there was one.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Registers the patient of each FHIR R4 bundle and sends its vital signs as readings.",
            "Importing a file again changes nothing. Exit code 1 if a file could not be imported."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = ".json or .json.gz")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        Place place = Place.from(System.getenv());
        Http http = new Http();
        Registry registry = new Registry(new Gateway(http, place), DeviceBook.open(place.state()));
        BundleImport bundleImport = new BundleImport(http, place, registry);
        int failed = 0;
        int number = 0;
        for (Path file : files) {
            spec.commandLine()
                    .getErr()
                    .printf("[%d/%d] %s%n", ++number, files.size(), file.getFileName());
            failed += run(bundleImport, file) ? 0 : 1;
        }
        if (failed > 0) {
            spec.commandLine().getErr().printf("%d of %d files failed%n", failed, files.size());
        }
        return failed == 0 ? 0 : 1;
    }

    private boolean run(BundleImport bundleImport, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            PatientBundle bundle = BundleReader.read(file);
            out.print(bundleImport.run(String.valueOf(file.getFileName()), bundle).print());
            out.flush();
            return true;
        } catch (BundleReader.Unreadable | Gateway.Refused e) {
            spec.commandLine().getErr().printf("%s: %s%n", file.getFileName(), e.getMessage());
            return false;
        }
    }
}
