package org.homeward.ingest;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pieces of JSON that are meant to cost their reader much.
public final class Hostile {
    private Hostile() {}

    public static String nested(int deep) {
        return "[".repeat(deep) + "]".repeat(deep);
    }

    public static String digits(int many) {
        return "9".repeat(many);
    }

    /// The members of an object, each with a key of its own.
    public static String members(int many) {
        return joined(many, i -> "\"k" + i + "\":1");
    }

    /// The members of an object whose keys all have one hash code.
    public static String collidingMembers(int bits) {
        return joined(
                1 << bits,
                i ->
                        IntStream.range(0, bits)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                .collect(Collectors.joining("", "\"", "\":1")));
    }

    /// A unit that UCUM has to take apart; many thousands of them differ.
    public static String unit(int i) {
        return "[pH]%d/meq%d{%d}".formatted(i % 3 + 1, i / 3 % 3 + 1, i);
    }

    public static String joined(int many, IntFunction<String> each) {
        return IntStream.range(0, many).mapToObj(each).collect(Collectors.joining(","));
    }
}
