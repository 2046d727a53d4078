// Package storage keeps what the user has: employers, people with their dated
// history, payrolls, drafts of dossiers, signed submissions with their events,
// the ledger of what was sent, and a journal. It is the only place that knows
// SQL, and Open is its only door.
//
// It refuses to know what a form means, what a gateway answers and how bytes
// are signed: it keeps forms as rows by tag and signed bytes as bytes. What must
// never happen is refused by the file itself, with triggers: a change of signed
// bytes, a state that goes backward, an event or a journal line that disappears.
//
// app/office may import it, and nothing else. It imports forms/facts, forms/form
// and forms/law.
//
// It follows the design of a transactional outbox: the intent to send is
// committed with synchronous=FULL before the wire is touched, and a state moves
// only by compare-and-set in the transaction that also appends its event.
package storage
