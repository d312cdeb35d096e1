import java.io.File;
import java.util.Random;
import org.cornutum.tcases.openapi.io.TcasesOpenApiIO;
import org.cornutum.tcases.openapi.resolver.RequestCases;
import org.cornutum.tcases.resolve.ResolverContext;

/// Prints the request cases that Tcases makes of an OpenAPI document, as JSON: `java -cp TCASES Tcases.java DOCUMENT`.
/// Not compiled with the project: only `benchmarks/conform.sh` needs Tcases.
public class Tcases {
  private static final long SEED = 1;

  public static void main(String[] arguments) throws Exception {
    var tests = TcasesOpenApiIO.getRequestTests(new File(arguments[0]));
    var context = ResolverContext.builder("cases").random(new Random(SEED)).build();
    var cases = RequestCases.getRequestCases(tests, context);
    TcasesOpenApiIO.writeRequestCases(RequestCases.realizeRequestCases(cases), System.out);
  }
}
