// Checks files with veraPDF: java -cp <veraPDF and JAXB> Check.java 2a,ua1 file.pdf...; one line a file and standard.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Check {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int file = 1; file < arguments.length; file++) {
            for (String standard : arguments[0].split(",")) {
                check(arguments[file], PDFAFlavour.fromString(standard));
            }
        }
    }

    private static void check(String file, PDFAFlavour standard) throws Exception {
        try (InputStream input = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(input, standard)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(standard, false).validate(parser);
            TreeSet<String> complaints = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    complaints.add(assertion.getRuleId().getClause() + " " + assertion.getMessage().replace("\n", " "));
                }
            }
            String verdict = result.isCompliant() ? "passes" : "fails";
            System.out.println(verdict + "\t" + standard + "\t" + file + "\t" + String.join("; ", complaints));
        }
    }
}
