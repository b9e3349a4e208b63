package org.homeward.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Consumer;
import org.homeward.launcher.process.Child;

/// What runs, written down so that another call of the launcher can stop it: `state.json` in the
/// data folder, by component its pid and start time.
final class StackState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    StackState(Path data) {
        this.file = data.resolve("state.json");
    }

    /// The component's process, if it still runs.
    Optional<Child> get(Component component) {
        return Optional.ofNullable(read().get(component));
    }

    void put(Component component, Child child) {
        change(all -> all.put(component, child));
    }

    void remove(Component component) {
        change(all -> all.remove(component));
    }

    private void change(Consumer<Map<Component, Child>> change) {
        synchronized (StackState.class) {
            Map<Component, Child> all = read();
            change.accept(all);
            write(all);
        }
    }

    private Map<Component, Child> read() {
        Map<Component, Child> found = new EnumMap<>(Component.class);
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (JsonNode entry : JSON.readTree(file.toFile())) {
                Component.named(entry.path("component").asText())
                        .ifPresent(
                                component -> find(entry).ifPresent(c -> found.put(component, c)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Optional<Child> find(JsonNode entry) {
        return Child.find(
                entry.path("pid").asLong(), Instant.parse(entry.path("startedAt").asText()));
    }

    private void write(Map<Component, Child> running) {
        ArrayNode all = JSON.createArrayNode();
        for (Entry<Component, Child> one : running.entrySet()) {
            ObjectNode entry = all.addObject();
            entry.put("component", one.getKey().label());
            entry.put("pid", one.getValue().pid());
            entry.put("startedAt", one.getValue().startedAt().toString());
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling("state.json.part");
            JSON.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), all);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
