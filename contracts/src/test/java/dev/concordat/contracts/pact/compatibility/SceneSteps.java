package dev.concordat.contracts.pact.compatibility;

import dev.concordat.contracts.pact.PactVersion;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import java.io.IOException;
import java.nio.file.Path;

/// Begins and ends scenarios, and defines their interactions.
public class SceneSteps {
  @Before
  public void begin(Scenario scenario) throws IOException {
    String folder = Path.of(scenario.getUri()).getParent().getFileName().toString();
    Scene.begin(PactVersion.valueOf(folder));
  }

  @After
  public void end() throws IOException {
    Scene.end();
  }

  @Given("the following HTTP interactions have been defined:")
  public void interactions(DataTable table) {
    table.asMaps().forEach(Scene.current()::define);
  }
}
