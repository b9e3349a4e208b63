package org.homeward.launcher.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads the test reports that Surefire and Failsafe wrote since a moment.
final class Reports {
    private static final String CAUSE = "Caused by: ";

    private Reports() {}

    static Tally since(Path module, Instant moment) {
        return Stream.of("target/surefire-reports", "target/failsafe-reports")
                .map(module::resolve)
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, moment).stream())
                .map(Reports::read)
                .reduce(Tally.NONE, Tally::plus);
    }

    private static List<Path> files(Path folder, Instant moment) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("TEST-"))
                    .filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> !modified(file).isBefore(moment))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tally read(Path file) {
        try {
            Element suite =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement();
            int failed = number(suite, "failures") + number(suite, "errors");
            int skipped = number(suite, "skipped");
            return new Tally(
                    number(suite, "tests") - failed - skipped, failed, skipped, failures(suite));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("not a test report: " + file, e);
        }
    }

    private static int number(Element suite, String attribute) {
        String text = suite.getAttribute(attribute);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static List<String> failures(Element suite) {
        List<String> names = new ArrayList<>();
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            for (String kind : List.of("failure", "error")) {
                NodeList found = one.getElementsByTagName(kind);
                if (found.getLength() > 0) {
                    names.add(
                            "%s.%s: %s"
                                    .formatted(
                                            one.getAttribute("classname"),
                                            one.getAttribute("name"),
                                            reason((Element) found.item(0))));
                }
            }
        }
        return names;
    }

    /// The first line of what went wrong, and that of what lay deepest under it.
    private static String reason(Element failure) {
        String first =
                failure.getAttribute("message")
                        .lines()
                        .findFirst()
                        .orElse(failure.getAttribute("type"));
        return failure.getTextContent()
                .lines()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((_, deeper) -> deeper)
                .map(deepest -> first + " <- " + deepest.substring(CAUSE.length()))
                .orElse(first);
    }
}
