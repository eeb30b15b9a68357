package no.kravbro.bundle;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML file with its line numbers; what is not YAML, and a key given twice, become {@link Problem}s. */
final class YamlReader {

    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 100;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final String file;
    private final List<Problem> problems;
    private int nodes;

    YamlReader(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document, or {@link YamlNode#NONE} when there is none to read. */
    YamlNode read(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                problems.add(new Problem(file, 1, "yaml", "the file is empty"));
                return YamlNode.NONE;
            }
            return convert(root, 0);
        } catch (TooMuch e) {
            problems.add(new Problem(file, e.line, "yaml", e.getMessage()));
            return YamlNode.NONE;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(file, line, "yaml", e.getProblem()));
            return YamlNode.NONE;
        } catch (YAMLException e) {
            problems.add(new Problem(file, 1, "yaml", String.valueOf(e.getMessage())));
            return YamlNode.NONE;
        }
    }

    /** Aliases stand for all that they name, and may name what they stand in. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        private TooMuch(int line) {
            super("has more than " + MOST_NODES + " nodes once its aliases are filled in, or is nested deeper than "
                    + DEEPEST + " levels");
            this.line = line;
        }
    }

    private YamlNode convert(Node node, int depth) {
        int line = lineOf(node);
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new TooMuch(line);
        }
        if (!PLAIN.contains(node.getTag())) {
            problems.add(
                    new Problem(file, line, "yaml", "a tag is not understood: write texts, numbers and lists only"));
        }
        if (node instanceof ScalarNode scalar) {
            return new YamlNode(line, scalar.getValue(), List.of(), Map.of());
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode(
                    line,
                    "",
                    sequence.getValue().stream()
                            .map(each -> convert(each, depth + 1))
                            .toList(),
                    Map.of());
        }
        return new YamlNode(line, "", List.of(), fields((MappingNode) node, depth + 1));
    }

    private Map<String, YamlNode> fields(MappingNode mapping, int depth) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
        for (NodeTuple tuple : tuples) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlNode value = convert(tuple.getValueNode(), depth);
            YamlNode at = new YamlNode(lineOf(tuple.getKeyNode()), value.text(), value.items(), value.fields());
            if (fields.put(key, at) != null) {
                problems.add(
                        new Problem(file, at.line(), "yaml", "key '" + key + "' stands twice; the last would win"));
            }
        }
        return fields;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
