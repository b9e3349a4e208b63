package org.homeward.launcher.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.homeward.launcher.Component;
import org.homeward.launcher.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// What runs where.
@Command(
        name = "status",
        description = "What runs where, with its health.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "For scripts: one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        LocalStack stack = parent.stack();
        ObjectNode status = JSON.createObjectNode();
        status.put("data", stack.config().data().toString());
        ArrayNode components = status.putArray("components");
        for (Component component : Component.values()) {
            add(components.addObject(), component, stack);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            print(status, out);
        }
        out.flush();
        return 0;
    }

    private static void add(ObjectNode entry, Component component, LocalStack stack) {
        int port = stack.config().ports().of(component);
        entry.put("component", component.label());
        stack.pid(component).ifPresent(pid -> entry.put("pid", pid));
        if (port > 0) {
            entry.put("port", port);
        }
        entry.put("health", health(component, stack));
        entry.put("log", stack.config().log(component).toString());
    }

    private static String health(Component component, LocalStack stack) {
        if (!stack.running(component)) {
            return "stopped";
        }
        return stack.ready(component) ? "ready" : "not ready";
    }

    private static void print(ObjectNode status, PrintWriter out) {
        out.println("%-18s %-10s %8s %6s".formatted("component", "health", "pid", "port"));
        status.path("components")
                .forEach(
                        c ->
                                out.println(
                                        "%-18s %-10s %8s %6s"
                                                .formatted(
                                                        c.path("component").asText(),
                                                        c.path("health").asText(),
                                                        c.path("pid").asText("-"),
                                                        c.path("port").asText("-"))));
        out.println("data in " + status.path("data").asText());
    }
}
