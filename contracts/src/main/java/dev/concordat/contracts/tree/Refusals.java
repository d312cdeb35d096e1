package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Why a reference leads nowhere, in words for the person who wrote it.
final class Refusals {
  private Refusals() {}

  static Documents.Lookup.Refused remote(UriReference uri) {
    boolean canBeFetched = uri.scheme().orElse("").matches("https?");
    return new Documents.Lookup.Refused(
        "contract/remote-reference",
        "is not read: `"
            + uri
            + "` is not in this workspace, and references never use the network unless allowed",
        "save the document in the workspace and refer to it by its path"
            + (canBeFetched ? "; or allow it with `--allow-reference " + folderOf(uri) + "`" : ""));
  }

  private static String folderOf(UriReference uri) {
    return uri.scheme().orElse("")
        + "://"
        + uri.authority().orElse("")
        + uri.path().substring(0, uri.path().lastIndexOf('/') + 1);
  }

  static Documents.Lookup.Refused unfetched(UriReference uri, String reason) {
    return new Documents.Lookup.Refused(
        "contract/unfetched-reference",
        "leads to `" + uri + "`, and " + reason,
        "check the address, or save the document in the workspace and refer to it by its path");
  }

  static Documents.Lookup.Refused outside(String name) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    return new Documents.Lookup.Refused(
        "contract/reference-leaves-root",
        "is not read: `" + name + "` lies outside of the workspace",
        "move the file into the workspace, or start Concordat in the folder that holds both"
            + (folder.startsWith("..")
                ? "; or allow it with `--allow-reference " + folder + "`"
                : ""));
  }

  static Documents.Lookup.Refused absent(String name, List<String> alike) {
    return new Documents.Lookup.Refused(
        "contract/dangling-reference",
        "leads to a file that does not exist: `" + name + "`",
        alike.isEmpty()
            ? "correct the path; it is seen from the file that holds the reference"
            : "did you mean `" + String.join("` or `", alike) + "`?");
  }

  static Documents.Lookup.Refused badEncoding(UriReference uri) {
    return new Documents.Lookup.Refused(
        "contract/dangling-reference",
        "holds a `%` that encodes nothing: `" + uri.path() + "`",
        "write `%25` for a percent sign");
  }

  static Documents.Lookup.Refused unreadable(String name, Exception e) {
    return new Documents.Lookup.Refused(
        "contract/dangling-reference",
        "leads to `" + name + "`, which cannot be read: " + e.getMessage(),
        "check that it is a file and that you may read it");
  }

  static Reference.Broken broken(Node at, String reference, Documents.Lookup.Refused refused) {
    return new Reference.Broken(
        Problem.error(
            refused.rule(),
            at.place(),
            "the reference `" + reference + "` " + refused.message(),
            refused.fix()));
  }

  static Reference.Broken cycle(Node at, String reference) {
    return new Reference.Broken(
        Problem.error(
            "contract/reference-cycle",
            at.place(),
            "the reference `" + reference + "` leads back to itself",
            "let one of the references on the way hold a value"));
  }

  static Reference.Broken dangling(Node at, String reference, Document document, Node root) {
    String pointer = UriReference.parse(reference).decodedFragment().orElse("");
    Optional<String> suggestion = Suggestions.pointer(root, pointer);
    return new Reference.Broken(
        Problem.error(
            "contract/dangling-reference",
            at.place(),
            "the reference `"
                + reference
                + "` leads nowhere: `"
                + document.file()
                + "` has no `"
                + pointer
                + "`",
            suggestion
                .map(found -> "did you mean `#" + found + "`?")
                .orElse("correct the reference, or add what it names")));
  }
}
