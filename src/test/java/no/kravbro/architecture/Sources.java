package no.kravbro.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The rules about source text that compiled classes no longer show. Each gives a complaint, or nothing. */
final class Sources {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final Pattern FLOATING = Pattern.compile("\\b(double|float|Double|Float)\\b");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s*(\\S.*?)\\s*\\*/\\s*package ", Pattern.DOTALL);
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private Sources() {}

    static Optional<String> tooLong(String source) {
        long lines = source.lines().count();
        return complaint(lines > LONGEST_FILE, lines + " lines, at most " + LONGEST_FILE);
    }

    /** Methods that are too long, from their first line to their closing brace. One parser for all: it starts slowly. */
    static List<String> longMethods(Map<String, String> sourcesByName) {
        List<Text> texts = sourcesByName.entrySet().stream().map(Text::new).toList();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, texts);
        List<String> found = new ArrayList<>();
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLengths(unit, positions, found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static Optional<String> floatingPoint(String source) {
        return source.lines()
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                .filter(line -> FLOATING.matcher(line).find())
                .findFirst()
                .map(line -> "floating point: " + line.strip());
    }

    static Optional<String> noSentence(String packageInfo) {
        Matcher sentence = SENTENCE.matcher(packageInfo);
        return complaint(!sentence.find(), "package-info.java without a sentence");
    }

    static Optional<String> leftOver(String source) {
        return complaint(LEFT_OVER.matcher(source).find(), "something left to do");
    }

    private static Optional<String> complaint(boolean bad, String text) {
        return bad ? Optional.of(text) : Optional.empty();
    }

    private static final class MethodLengths extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        MethodLengths(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long lines =
                    line(positions.getEndPosition(unit, method)) - line(positions.getStartPosition(unit, method)) + 1;
            if (lines > LONGEST_METHOD) {
                found.add(unit.getSourceFile().getName() + ": " + method.getName() + " has " + lines
                        + " lines, at most " + LONGEST_METHOD);
            }
            return super.visitMethod(method, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String source;

        Text(Map.Entry<String, String> file) {
            super(URI.create("memory:///" + file.getKey()), JavaFileObject.Kind.SOURCE);
            this.source = file.getValue();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
