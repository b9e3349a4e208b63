package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A socket that takes connections, read from Linux's `/proc/net/tcp` and `tcp6`.
record Listener(InetAddress address, int port) {
    private static final String LISTENING = "0A";
    private static final String SOCKET = "socket:[";

    /// Those of a process and of everything below it.
    static List<Listener> of(long pid) {
        Set<String> sockets = new HashSet<>();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(one -> sockets.addAll(sockets(one.pid())));
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)).stream().skip(1))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields[3].equals(LISTENING) && sockets.contains(fields[9]))
                .map(fields -> parse(fields[1]))
                .toList();
    }

    /// The inodes behind a process's open sockets; none if it has ended.
    private static Set<String> sockets(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.map(Listener::target)
                    .filter(target -> target.startsWith(SOCKET))
                    .map(target -> target.substring(SOCKET.length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    /// What an open file is; nothing if it was closed meanwhile.
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Such as `0100007F:1F90`: words of four bytes in this machine's order, which is
    /// little-endian.
    private static Listener parse(String text) {
        String[] parts = text.split(":", -1);
        byte[] words = HexFormat.of().parseHex(parts[0]);
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i - i % 4 + 3 - i % 4];
        }
        try {
            return new Listener(InetAddress.getByAddress(bytes), Integer.parseInt(parts[1], 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
