package org.homeward.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The local stack's secrets: each made at random when first asked for, kept in a file that only
/// its owner reads.
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /// 32 random bytes as URL-safe text without padding.
    public String get(String name) {
        return read(file(name));
    }

    /// The file that holds the secret; made if it is not there.
    public Path file(String name) {
        return made(name, Base64.getUrlEncoder().withoutPadding());
    }

    /// The file of a key: 32 random bytes in standard Base64.
    public Path keyFile(String name) {
        return made(name, Base64.getEncoder());
    }

    /// Components that start together may ask for the same secret at once: whoever comes first has
    /// made it, and nobody sees half of it.
    private Path made(String name, Base64.Encoder encoder) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectories(folder, permissions("rwx------"));
            Path draft = Files.createTempFile(folder, name, ".new", permissions("rw-------"));
            Files.writeString(draft, encoder.encodeToString(bytes));
            link(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void link(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was first; theirs holds.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?> permissions(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
