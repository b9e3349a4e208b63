package org.homeward.simulator.bench.load;

import java.util.function.Consumer;

/// Sends posts without waiting; safe to call from one thread while answers come on others.
public interface Sender extends AutoCloseable {
    /// Sends the post that was due at an instant; `done` gets whether it was acknowledged.
    void send(Post post, Consumer<Boolean> done);

    /// How many devices take turns.
    int devices();

    @Override
    void close();

    /// One post.
    ///
    /// @param number counts from 0 and chooses the device
    /// @param alarm whether its marker reading is out of range
    record Post(long number, long dueMillis, int readings, boolean alarm) {}
}
