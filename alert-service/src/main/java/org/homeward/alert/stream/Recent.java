package org.homeward.alert.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The values of the store that were used last, already read: a device that sends its buffer asks
/// for the same ones a hundred times running, and many patients' devices send by turns. It lives as
/// long as the task that owns the store and holds nothing that is not in the store.
final class Recent<K, V> {
    private final Map<K, V> values;

    /// At most so many values.
    Recent(int most) {
        values =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    /// The value, read from the store if it was not used lately.
    V get(K key, Function<K, V> read) {
        V known = values.get(key);
        if (known == null) {
            known = read.apply(key);
            values.put(key, known);
        }
        return known;
    }

    void put(K key, V value) {
        values.put(key, value);
    }

    void remove(K key) {
        values.remove(key);
    }
}
