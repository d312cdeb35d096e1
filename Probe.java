import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.*;
import java.nio.file.*;
public class Probe {
  public static void main(String[] a) throws Exception {
    Path f = Path.of(a[1]).toAbsolutePath();
    long t0=System.nanoTime();
    if (a[0].equals("tree")) { var d = new DocumentReader(f.getParent()).read(f); System.out.println(d.problems().size()+" problems"); }
    else { var c = new ContractReader(f.getParent()).read(f);
      System.out.println(c.problems().size()+" problems "+ (c instanceof OpenApiContract o ? o.operations().size():-1));
      if (a.length>2) c.problems().stream().limit(Integer.parseInt(a[2])).forEach(p->System.out.println(ProblemText.of(p,f.getParent()))); }
    System.out.println((System.nanoTime()-t0)/1000000+" ms wall, heap used "+(Runtime.getRuntime().totalMemory()-Runtime.getRuntime().freeMemory())/1048576+" MB");
  }
}
