package org.homeward.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.homeward.launcher.process.Folders;
import org.tukaani.xz.XZInputStream;

/// Folders made once and then only read: unpacked under another name and moved into place when
/// complete, under a lock, since the modules' tests and a stack may want the same one together.
final class Unpacked {
    private Unpacked() {}

    /// Fills a folder that does not exist yet.
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /// Makes the folder if it is not there.
    ///
    /// @return the folder, complete
    static synchronized Path once(Path folder, Filling filling) {
        try {
            Files.createDirectories(folder.getParent());
            Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
            try (FileChannel channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (!Files.exists(folder) && held.isValid()) {
                    Path part = folder.resolveSibling(folder.getFileName() + ".part");
                    Folders.delete(part);
                    Files.createDirectories(part);
                    filling.fill(part);
                    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + folder, e);
        }
    }

    /// Unpacks a zip without its top folder; what lies in `bin` becomes executable.
    static void zip(Path archive, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path to = inside(folder, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(in, to);
                    if (name.startsWith("bin/")) {
                        executable(to);
                    }
                }
            }
        }
    }

    static void tarXz(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = in.getNextEntry();
                    entry != null;
                    entry = in.getNextEntry()) {
                extract(in, entry, inside(folder, entry.getName()));
            }
        }
    }

    private static void extract(TarArchiveInputStream in, TarArchiveEntry entry, Path to)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(in, to);
        if ((entry.getMode() & 0100) != 0) {
            executable(to);
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path to = folder.resolve(name).normalize();
        if (!to.startsWith(folder)) {
            throw new IOException("archive entry leaves its folder: " + name);
        }
        return to;
    }

    private static void executable(Path file) throws IOException {
        Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        rights.add(PosixFilePermission.OWNER_EXECUTE);
        rights.add(PosixFilePermission.GROUP_EXECUTE);
        rights.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, rights);
    }
}
