package org.homeward.launcher.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.events.Topics;
import org.homeward.launcher.LaunchFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Looking into the topics.
@Command(
        name = "topics",
        description = "The topics' events as JSON.",
        mixinStandardHelpOptions = true,
        subcommands = TopicsCommand.Tail.class)
final class TopicsCommand implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(
            name = "tail",
            description = "Print a topic's events as they come, one JSON object a line.",
            mixinStandardHelpOptions = true)
    static final class Tail implements Callable<Integer> {
        @SuppressWarnings("NullAway.Init")
        @ParentCommand
        private TopicsCommand parent;

        @SuppressWarnings("NullAway.Init")
        @Spec
        private CommandSpec spec;

        @SuppressWarnings("NullAway.Init")
        @Parameters(paramLabel = "NAME", description = "A topic, such as readings or alerts.")
        private String topic;

        @Option(names = "--from-beginning", description = "What is there already, too.")
        private boolean fromBeginning;

        @Option(names = "--max", paramLabel = "N", description = "Stop after N events.")
        private long max = Long.MAX_VALUE;

        @Option(names = "--until-now", description = "Stop where the topic ended at the start.")
        private boolean untilNow;

        @Override
        public Integer call() {
            List<String> names = Topics.ALL.stream().map(Topics.Spec::name).toList();
            if (!names.contains(topic)) {
                throw new LaunchFailure(
                        "no topic '%s'; there are %s".formatted(topic, String.join(", ", names)));
            }
            PrintWriter out = spec.commandLine().getOut();
            try (TopicTail tail =
                    new TopicTail(parent.parent.config().kafkaBootstrap(), topic, fromBeginning)) {
                tail.print(out, max, untilNow);
            }
            return 0;
        }
    }
}
