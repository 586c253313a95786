// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.starmates.telemetry.masking.KeyPhrase.Scope;

/**
 * The phrases that decide about keys. A later one replaces an earlier one of the same
 * letters.
 */
final class KeyVocabulary {

	private static final String SECRET_SUFFIXES = """
			password passwords passwd passwort passcode passwordhash secret secrets secretid
			accesskey accesskeys accesskeyid privatekey privatekeys secretkey secretkeys signingkey
			signingkeys encryptionkey encryptionkeys accountkey masterkey authkey sshkey jsessionid sessid
			accesstokens refreshtokens authtokens bearertokens sessiontokens apitokens""";

	private static final String SECRET_WORDS = """
			pwd dbpwd userpwd rootpwd adminpwd apikey apikeys
			passkey passkeys subscriptionkey storagekey functionskey hmackey licensekey
			jwt xauth connectsid otp totp cvv cvc ssn onetimecode securitycode authcode recoverycode
			recoverycodes backupcode backupcodes idtokens""";

	private static final String LINE_SUFFIXES = "authorization cookie cookies passphrase passphrases";

	private static final String SPOKEN_OF_SUFFIXES = "token credential credentials pass";

	private static final String SPOKEN_OF_WORDS = "bearer signature pin";

	private static final String SPOKEN_OF_KEYS = "auth sig";

	private static final String HARMLESS_WORDS = """
			count counts total totals type types length len size sizes alias aliases must limit limits usage
			used use budget cost price rate ratio expiry expires expire expired expiration ttl age duration
			seconds millis ms time date timestamp timeout at in on by policy policies url uri urls uris endpoint
			endpoints path paths file filename dir directory version versions algorithm alg algo method mode
			kind format scheme strength required enabled disabled present missing valid invalid validity
			validation active locked revoked changed updated created issued rotated reset set exceeded status
			state result reason attempts failures index id ids name names arn ref reference domain site secure
			only scope scopes audience issuer max min avg limiter error errors exception java kt scala groovy js
			ts py go rb cs html json yml yaml xml class txt md sql log stdin prompt bypass compass encompass
			trespass overpass underpass surpass""";

	/** What classes are called, "TokenService", not values: "token_service". */
	private static final String CLASSES = """
			service filter manager provider repository encoder decoder controller handler factory util utils
			helper config configuration properties validator verifier generator resolver parser interceptor
			store client builder listener test tests impl cache holder request response converter adapter
			processor support details source bean strategy registry context info event events""";

	/** Tokens of language models, of pages of results, of parsers. */
	private static final String HARMLESS_PHRASES = """
			pertoken firsttoken lasttoken nexttoken pagetoken continuationtoken cancellationtoken
			inputtoken outputtoken prompttoken completiontoken reasoningtoken cachedtoken stoptoken starttoken
			endtoken eostoken bostoken padtoken unktoken masktoken specialtoken gpiopin firstpass secondpass""";

	private static final String EXEMPT_KEYS = """
			trackingid trackinginboundid xtrackingid traceid spanid parentid parentspanid sessionid userid
			requestid xrequestid correlationid xcorrelationid""";

	/** Phrases for whole keys are apart: a key may be exempt, but not all that end so. */
	private final Map<String, KeyPhrase> wholeKeys = new LinkedHashMap<>();

	private final Map<String, KeyPhrase> phrases = new LinkedHashMap<>();

	/** Return the phrases that hold always, and those of the rules. */
	static List<KeyPhrase> of(MaskingRules rules) {
		KeyVocabulary vocabulary = new KeyVocabulary();
		vocabulary.add(HARMLESS_WORDS + ' ' + HARMLESS_PHRASES, Scope.WORD, KeyVerdict.HARMLESS);
		vocabulary.add(CLASSES, Scope.CLASS, KeyVerdict.HARMLESS);
		vocabulary.add(SECRET_SUFFIXES, Scope.SUFFIX, KeyVerdict.SECRET);
		vocabulary.add(SECRET_WORDS, Scope.WORD, KeyVerdict.SECRET);
		vocabulary.add(LINE_SUFFIXES, Scope.SUFFIX, KeyVerdict.LINE);
		vocabulary.add(SPOKEN_OF_SUFFIXES, Scope.SUFFIX, KeyVerdict.SPOKEN_OF);
		vocabulary.add(SPOKEN_OF_WORDS, Scope.WORD, KeyVerdict.SPOKEN_OF);
		vocabulary.add(SPOKEN_OF_KEYS, Scope.KEY, KeyVerdict.SPOKEN_OF);
		vocabulary.add(EXEMPT_KEYS, Scope.KEY, KeyVerdict.EXEMPT);
		rules.keys().forEach((key) -> {
			vocabulary.wholeKeys.remove(letters(key));
			vocabulary.add(letters(key), Scope.WORD, KeyVerdict.SECRET);
		});
		rules.exemptKeys().forEach((key) -> vocabulary.add(letters(key), Scope.KEY, KeyVerdict.EXEMPT));
		return Stream.concat(vocabulary.wholeKeys.values().stream(), vocabulary.phrases.values().stream()).toList();
	}

	private void add(String words, Scope scope, KeyVerdict verdict) {
		for (String letters : words.split("\\s+")) {
			((scope == Scope.KEY) ? this.wholeKeys : this.phrases).put(letters, new KeyPhrase(letters, scope, verdict));
		}
	}

	/** Return the letters of a key, in small ones. */
	static String letters(String key) {
		return key.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
	}

}
