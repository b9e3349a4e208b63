package org.homeward.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Formats only grow: whatever the last release could write, this version reads. The release's
/// fields are listed in wire-0.1.txt; a line of it that is gone from the code is a broken reader
/// somewhere.
class WireCompatibilityTest {
    private static final Path RELEASED = Path.of("src/test/resources/wire-0.1.txt");

    @Test
    void everyReleasedFieldIsStillThereUnderItsNumberAndType() throws IOException {
        assertThat(missing(Files.readAllLines(RELEASED), current())).isEmpty();
    }

    @Test
    void aFieldThatChangedItsTypeIsFound() {
        List<String> released = List.of("ReadingRecorded.4 version STRING");
        assertThat(missing(released, current())).hasSize(1);
    }

    private static List<String> missing(Collection<String> released, Set<String> current) {
        return released.stream()
                .filter(line -> !line.isBlank() && !current.contains(line))
                .toList();
    }

    private static Set<String> current() {
        Set<String> lines = new TreeSet<>();
        Arrays.stream(EventType.values())
                .map(type -> type.prototype().getDescriptorForType().getFile())
                .distinct()
                .forEach(file -> describe(file, lines));
        return lines;
    }

    private static void describe(FileDescriptor file, Set<String> lines) {
        file.getDependencies().stream()
                .filter(dependency -> dependency.getPackage().startsWith("homeward"))
                .forEach(dependency -> describe(dependency, lines));
        for (Descriptor message : file.getMessageTypes()) {
            for (FieldDescriptor field : message.getFields()) {
                String repeated = field.isRepeated() ? "repeated " : "";
                lines.add(
                        message.getName()
                                + "."
                                + field.getNumber()
                                + " "
                                + field.getName()
                                + " "
                                + repeated
                                + field.getType());
            }
        }
        for (EnumDescriptor type : file.getEnumTypes()) {
            type.getValues()
                    .forEach(
                            value ->
                                    lines.add(
                                            type.getName()
                                                    + "."
                                                    + value.getNumber()
                                                    + " "
                                                    + value.getName()));
        }
    }
}
