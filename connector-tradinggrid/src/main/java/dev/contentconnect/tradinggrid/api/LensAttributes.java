package dev.contentconnect.tradinggrid.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The attributes of an entry that may be named in a question to Lens. No other name ever gets into one. */
public final class LensAttributes {
    /** All of them: OpenText's own sheet, and what its official queries select besides. */
    public static final Set<String> ALL = words("""
            arrivaltime arrivaltimefacetdaily category clientsource clientstatus correlationid deliveryackstatus
            deliveryacktimestamp deliverycompletedtimestamp deliveryfilename deliveryreceipt deliverystatus editype
            envelopetype errorcode errortype externalerrormessage fastatus fastatusdate firstbytetimestamp inagent
            inboundpipelineid informat insize invoicetotalamount itinerarycompletedtimestamp labels lastbytetimestamp
            outagent outboundpipelineid outformat outsize parenttransactionid platform pototalamount processingcell
            processingcomputezone processingregion processingsubstatus processingtime processorid purgedate
            readyforpickuptimestamp receiveackstatus receivefilename receiveraddress receiverip receivermailbox
            receivername senderaddress senderfilename senderip sendermailbox sendername senderreference
            sendertransactionid servicetype solutionid standardversion status statusdate transactionid
            transactionlevel type
            """);

    /** Dates an entry can be asked for by. */
    public static final Set<String> DATES =
            words("arrivaltime statusdate fastatusdate firstbytetimestamp lastbytetimestamp");

    /** What tells how an entry fares, and all that an audit trail keeps of it. */
    public static final List<String> FOR_TRAILS = List.copyOf(words("""
            transactionid sendertransactionid parenttransactionid correlationid transactionlevel sendername receivername
            senderaddress receiveraddress editype type envelopetype receivefilename senderfilename deliveryfilename insize
            outsize arrivaltime statusdate readyforpickuptimestamp deliverycompletedtimestamp deliveryacktimestamp purgedate
            status deliverystatus deliveryackstatus fastatus fastatusdate errorcode errortype externalerrormessage
            """));

    /** What tells whether something went wrong, on whichever entry of a process. */
    public static final List<String> FOR_ERRORS = List.copyOf(words("""
            transactionid transactionlevel status deliverystatus deliveryackstatus deliveryacktimestamp fastatus fastatusdate
            sendername receivername editype senderaddress receiveraddress correlationid externalerrormessage errorcode
            errortype statusdate
            """));

    private LensAttributes() {}

    private static Set<String> words(String text) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+"))));
    }

    /**
     * A name that may be written into a question.
     *
     * @param name the name
     * @return the same name
     * @throws IllegalArgumentException when Lens has no attribute of this name
     */
    public static String checked(String name) {
        if (!ALL.contains(name)) {
            throw new IllegalArgumentException("Lens has no attribute of this name");
        }
        return name;
    }
}
