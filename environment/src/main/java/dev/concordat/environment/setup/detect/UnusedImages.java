package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Notes;
import java.util.List;
import java.util.function.Predicate;

/// Says which images of a compose file Concordat does not start.
record UnusedImages(Notes notes, List<ComposeService> services) {

  void note(List<Draft> drafts) {
    Predicate<ComposeService> isCalled =
        service ->
            drafts.stream()
                .flatMap(draft -> draft.consumes().stream())
                .map(Consumption::provider)
                .anyMatch(service.name()::equals);
    for (ComposeService service : services) {
      boolean isOther =
          service.folder().isEmpty()
              && service.image().isPresent()
              && FoundParts.kindOf(service).isEmpty();
      if (isOther) {
        Located image = service.image().orElseThrow();
        notes.fact(
            service.name(),
            isCalled.test(service)
                ? "is the image "
                    + image.text()
                    + " of a system elsewhere: a stand-in speaks for it"
                : "is the image " + image.text() + ", which Concordat does not start",
            image.place(),
            Sureness.CERTAIN);
      }
    }
  }
}
