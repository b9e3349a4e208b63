package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.homeward.launcher.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Where the running stack listens, as the operating system tells it.
@EnabledOnOs(OS.LINUX)
class ListenersIT {
    private static final TheStack STACK = TheStack.get();

    @Test
    void everyListenerIsBoundToLoopback() {
        assertThat(listeners()).allMatch(listener -> listener.address().isLoopbackAddress());
    }

    /// So that the other test is about something; what else there is on loopback does not matter.
    @Test
    void everyPortTheStackNamesIsAmongThem() {
        assertThat(listeners().stream().map(Listener::port))
                .containsAll(STACK.ports().byUse().values());
    }

    private static List<Listener> listeners() {
        List<Listener> all = new ArrayList<>();
        for (Component component : Component.values()) {
            STACK.stack().pid(component).ifPresent(pid -> all.addAll(Listener.of(pid)));
        }
        return all;
    }
}
