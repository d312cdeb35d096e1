package dev.concordat.environment.setup.owners;

import dev.concordat.environment.setup.workspace.Notes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One CODEOWNERS file. The last pattern that matches wins; a pattern without owners means that nobody owns it.
/// [Syntax](https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners).
///
/// @param base the folder its patterns start from: its repository's root
record CodeOwners(Path base, String file, List<Line> lines) {
  private static final Set<String> FOLDERS_WITHIN_A_REPOSITORY =
      Set.of(".github", ".gitlab", "docs");

  record Line(int number, OwnerPattern pattern, List<String> owners) {}

  static CodeOwners read(Workspace workspace, Path file) {
    Path folder = Workspace.folderOf(file);
    boolean isWithin =
        FOLDERS_WITHIN_A_REPOSITORY.contains(folder.getFileName().toString())
            && !folder.equals(workspace.root());
    Path base = isWithin ? Workspace.folderOf(folder) : folder;
    var lines = new ArrayList<Line>();
    int number = 0;
    for (String raw : workspace.lines(file)) {
      number++;
      parse(raw, number).ifPresent(lines::add);
      noteInvalid(workspace, file, raw, number, workspace.notes());
    }
    return new CodeOwners(base, workspace.relative(file), lines);
  }

  private static List<String> words(String raw) {
    int comment = raw.startsWith("#") ? 0 : raw.indexOf(" #");
    String text = (comment >= 0 ? raw.substring(0, comment) : raw).strip();
    // An escaped space belongs to the pattern.
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split("(?<!\\\\)\\s+", -1))
            .map(word -> word.replace("\\ ", " "))
            .toList();
  }

  private static Optional<Line> parse(String raw, int number) {
    List<String> words = words(raw);
    // GitLab's section headings look like `[Checkout] @team`.
    if (words.isEmpty() || !OwnerPattern.isValid(words.getFirst())) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(number, OwnerPattern.of(words.getFirst()), words.subList(1, words.size())));
  }

  private static void noteInvalid(
      Workspace workspace, Path file, String raw, int number, Notes notes) {
    List<String> words = words(raw);
    if (!words.isEmpty() && !OwnerPattern.isValid(words.getFirst())) {
      notes.problem(
          Problem.warning(
              "setup/code-owners-pattern",
              workspace.place(file, number),
              "the pattern "
                  + words.getFirst()
                  + " is not one GitHub understands; the line is ignored",
              "use a path with * and **, without ! and [ ]"));
    }
  }

  /// The owner of a file or folder under {@link #base}.
  Optional<Owner> ownerOf(Path path) {
    String relative = base.relativize(path).toString().replace('\\', '/');
    String asked = Files.isDirectory(path) && !relative.isEmpty() ? relative + "/" : relative;
    for (Line line : lines.reversed()) {
      if (line.pattern().matches(asked)) {
        String where = file + ":" + line.number() + " " + line.pattern();
        return line.owners().isEmpty()
            ? Optional.of(Owner.unowned(where + " says nobody"))
            : Optional.of(new Owner(TeamName.of(line.owners().getFirst()), where));
      }
    }
    return Optional.empty();
  }
}
