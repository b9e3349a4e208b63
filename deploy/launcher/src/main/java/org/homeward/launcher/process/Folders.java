package org.homeward.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Whole folders at once.
public final class Folders {
    private Folders() {}

    /// Deletes a folder and all in it; one that is not there is fine.
    public static void delete(Path folder) {
        delete(folder, List.of());
    }

    /// The same, but leaves some folders inside it, and so the folder, where they are.
    public static void delete(Path folder, List<Path> kept) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deletion(kept));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        private final List<Path> kept;

        Deletion(List<Path> kept) {
            this.kept = kept;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            return kept.contains(at) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path at, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
            if (kept.stream().noneMatch(path -> path.startsWith(at))) {
                Files.deleteIfExists(at);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
