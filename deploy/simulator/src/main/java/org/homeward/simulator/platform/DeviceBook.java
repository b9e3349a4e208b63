package org.homeward.simulator.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// The devices registered before, with their tokens. A token is told once; without this book a
/// second import would come from other devices and every reading would be there twice.
public final class DeviceBook {
    /// One device.
    ///
    /// @param assigned whether the assignment to its patient was made
    public record Entry(UUID deviceId, String token, UUID patientId, boolean assigned) {}

    private final Path file;
    private final Map<String, Entry> entries;

    private DeviceBook(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    public static DeviceBook open(Path state) {
        Path file = state.resolve("simulated-devices.json");
        if (!Files.exists(file)) {
            return new DeviceBook(file, new TreeMap<>());
        }
        try {
            Map<String, Entry> known =
                    Json.MAPPER.readValue(
                            file.toFile(), new TypeReference<TreeMap<String, Entry>>() {});
            return new DeviceBook(file, known);
        } catch (IOException e) {
            throw new UncheckedIOException("the book of devices cannot be read: " + file, e);
        }
    }

    public synchronized Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized void put(String key, Entry entry) {
        entries.put(key, entry);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Json.MAPPER.writeValue(fresh.toFile(), entries);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the book of devices cannot be written: " + file, e);
        }
    }
}
