package office

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/storage"
)

// returned is what a file that comes back signed holds: signatures by the digest that
// they are over, and nothing that is signed.
type returned struct {
	Version  int           `json:"phienBan"`
	Kind     string        `json:"loai"`
	Ma       string        `json:"ma"`
	Cert     []byte        `json:"chungThu"`
	Chain    [][]byte      `json:"capTren"`
	Dossiers []backDossier `json:"hoSo"`
}

type backDossier struct {
	ID         string          `json:"id"`
	SHA256     string          `json:"sha256"`
	At         time.Time       `json:"luc"`
	Signatures []backSignature `json:"chuKy"`
}

type backSignature struct {
	Digest []byte `json:"tomTat"`
	Value  []byte `json:"giaTri"`
}

// HandedOver is a file handed out for signing as the signer sees it: to look at only.
type HandedOver struct {
	Ma       string
	Made     time.Time
	By, For  string
	Employer facts.DonVi
	Dossiers []HandedDossier
}

// HandedDossier is one dossier of it.
type HandedDossier struct {
	ID, Title string
	Faults    []form.Fault // found here and now, without the data folder it came from
	Reminders []form.Fault // found where it was prepared
	Trail     []SignOff
	Prints    []File // its paper forms, marked as drafts
	Papers    []File

	dossier storage.Dossier
	docs    []*form.Doc
	papers  []storage.Attachment
	sum     string
}

// Blocks reports whether something must be mended before it can be signed.
func (d HandedDossier) Blocks() bool { return form.Blocks(d.Faults) }

// OpenHandover shows a file handed out for signing. Nothing of it is kept here but a
// line in the journal. The passphrase is overwritten.
func (o *Office) OpenHandover(ctx context.Context, data, passphrase []byte) (HandedOver, error) {
	defer clear(passphrase)
	out, _, err := o.openHandover(ctx, data, passphrase)
	if err != nil {
		return HandedOver{}, fmt.Errorf("open hand-over: %w", err)
	}
	for i := range out.Dossiers {
		d := &out.Dossiers[i]
		for _, doc := range d.docs {
			f, ok, err := o.paper(doc, true, o.now())
			if err != nil {
				return out, fmt.Errorf("open hand-over: %w", err)
			}
			if ok {
				d.Prints = append(d.Prints, f)
			}
		}
		for _, a := range d.papers {
			d.Papers = append(d.Papers, File{Name: a.Name, Bytes: a.Bytes})
		}
	}
	return out, o.noted(ctx, "giaoKy.mo", out.Ma)
}

// noted writes a line into the journal, where it can be written.
func (o *Office) noted(ctx context.Context, what, ref string) error {
	if o.viewOnly {
		return nil
	}
	return o.store.Record(ctx, what, ref)
}

// openHandover reads the file; everything in it is somebody else's word.
func (o *Office) openHandover(ctx context.Context, data, passphrase []byte) (HandedOver, handoverGiven, error) {
	var g handoverGiven
	if err := o.readLetter(ctx, data, passphrase, &g); err != nil {
		return HandedOver{}, g, err
	}
	if g.Kind != givenKind || g.Version > handoverVersion || !storage.IsMa(g.Ma) || len(g.Dossiers) == 0 {
		return HandedOver{}, g, ErrNotGiven
	}
	out := HandedOver{Ma: g.Ma, Made: g.Made, By: typed(g.By), For: typed(g.For), Employer: g.Employer}
	for _, x := range g.Dossiers {
		d := storage.Dossier{ID: x.ID, MaSoThue: g.Employer.MaSoThue, Procedure: x.Procedure, Service: x.Service, Case: x.Case,
			Month: x.Month, Dot: x.Dot, State: storage.DaKiem}
		if storage.Ref(x.ID) != x.ID || !x.Month.Valid() || d.MaSoThue == "" {
			return out, g, ErrNotGiven
		}
		h := HandedDossier{ID: x.ID, Title: titleOf(d), Reminders: x.Reminders, Trail: x.Trail, dossier: d, sum: x.SHA256}
		for _, gd := range x.Docs {
			doc, err := docOfVersion(gd)
			if err != nil {
				return out, g, fmt.Errorf("%w: %w", ErrNotGiven, err)
			}
			h.docs = append(h.docs, doc)
		}
		for _, p := range x.Papers {
			h.papers = append(h.papers, storage.Attachment{Name: p.Name, Mime: p.Mime, Bytes: p.Bytes, Size: int64(len(p.Bytes))})
		}
		h.Faults = CheckDocs(d.Procedure, h.docs, o.now())
		out.Dossiers = append(out.Dossiers, h)
	}
	return out, g, nil
}

// docOfVersion reads a form in the version that it was made in.
func docOfVersion(g givenDoc) (*form.Doc, error) {
	doc := new(form.Doc)
	if err := json.Unmarshal(g.Doc, doc); err != nil {
		return nil, err
	}
	if f := form.On(doc.Form.ID, g.Since); f != nil {
		doc.Form = f
	}
	return doc, nil
}

// SignHandover signs dossiers of a file that was handed out, all of them where ids
// names none, and gives the file that goes back. It holds signatures and certificates,
// and nothing that was signed. A dossier that cannot be signed is left out and told.
// The passphrase is overwritten.
func (o *Office) SignHandover(ctx context.Context, data, passphrase []byte, ids []string, key signing.Key) ([]byte, []BatchResult, error) {
	defer clear(passphrase)
	fail := func(err error) ([]byte, []BatchResult, error) { return nil, nil, fmt.Errorf("sign hand-over: %w", err) }
	all, g, err := o.openHandover(ctx, data, passphrase)
	if err != nil {
		return fail(err)
	}
	out := returned{Version: handoverVersion, Kind: returnedKind, Ma: g.Ma, Cert: key.Certificate().Raw}
	for _, c := range key.Chain() {
		out.Chain = append(out.Chain, c.Raw)
	}
	chosen := slices.DeleteFunc(slices.Clone(all.Dossiers), func(d HandedDossier) bool { return len(ids) > 0 && !slices.Contains(ids, d.ID) })
	at, broken := o.askForHanded(ctx, chosen, g, key)
	var results []BatchResult
	for _, d := range chosen {
		r := BatchResult{ID: d.ID}
		var back backDossier
		switch {
		case ctx.Err() != nil:
			r.Err = ErrNotReached
		case len(results) > 0 && results[len(results)-1].Outcome() >= BatchBroken:
			r.Err = fmt.Errorf("sign %s: %w", storage.Ref(d.ID), ErrNotReached)
		case broken != nil && !d.Blocks():
			r.Err = fmt.Errorf("sign %s: %w", storage.Ref(d.ID), broken)
		default:
			back, r.Signed, r.Err = o.signHanded(ctx, d, g, key, at)
		}
		if r.Err == nil {
			out.Dossiers = append(out.Dossiers, back)
		}
		results = append(results, r)
	}
	if len(out.Dossiers) == 0 {
		return nil, results, nil
	}
	letter, err := o.writeLetter(ctx, out, passphrase)
	if err != nil {
		return fail(err)
	}
	if err := o.endRemote(ctx, key, handedSubject(g)); err != nil {
		return fail(err)
	}
	return letter, results, o.noted(ctx, "giaoKy.ky", fmt.Sprintf("%s %d", g.Ma, len(out.Dossiers)))
}

// handedSubject names what is under way for a file that was handed out.
func handedSubject(g handoverGiven) string { return "giao-" + g.Ma }

// askForHanded asks the holder of a remote key for the signatures of all dossiers of a
// file together, and gives the moment that they state; another key signs at once.
func (o *Office) askForHanded(ctx context.Context, all []HandedDossier, g handoverGiven, key signing.Key) (time.Time, error) {
	at, err := o.moment(ctx, key, handedSubject(g))
	r, ok := key.(*remote.Key)
	if err != nil || !ok {
		return at, err
	}
	var jobs []signJob
	for _, d := range all {
		if !d.Blocks() && signing.CheckFor(key.Certificate(), signerOf(d.dossier), at) == nil {
			jobs = append(jobs, o.handedJob(ctx, d, g, key, at))
		}
	}
	_, err = askTogether(ctx, r, jobs) // what cannot be written is told when it is signed
	return at, err
}

func (o *Office) handedJob(ctx context.Context, d HandedDossier, g handoverGiven, key signing.Key, at time.Time) signJob {
	return signJob{signer{o: o, ctx: ctx, key: key, at: at, taxCode: signerOf(d.dossier), papers: d.papers, ivan: g.IVAN}, d.dossier, g.Employer, d.docs}
}

func (o *Office) signHanded(ctx context.Context, d HandedDossier, g handoverGiven, key signing.Key, at time.Time) (backDossier, Signed, error) {
	fail := func(err error) (backDossier, Signed, error) {
		return backDossier{}, Signed{}, fmt.Errorf("sign %s: %w", storage.Ref(d.ID), err)
	}
	if d.Blocks() {
		return backDossier{}, Signed{}, &FaultsError{d.Faults}
	}
	if err := signing.CheckFor(key.Certificate(), signerOf(d.dossier), at); err != nil {
		return fail(err)
	}
	noting := &notingKey{Key: key}
	j := o.handedJob(ctx, d, g, noting, at)
	sub, err := j.sign()
	if err != nil {
		return fail(err)
	}
	return backDossier{ID: d.ID, SHA256: d.sum, At: at, Signatures: noting.made},
		Signed{Files: signedFiles(sub), Signer: sub.Signer, TaxCode: j.taxCode, Time: at}, nil
}

// notingKey signs with another key and notes every signature by its digest.
type notingKey struct {
	signing.Key
	made []backSignature
}

var _ signing.ContextKey = (*notingKey)(nil)

func (k *notingKey) Sign(_ io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return k.SignContext(context.Background(), digest, opts)
}

func (k *notingKey) SignContext(ctx context.Context, digest []byte, opts crypto.SignerOpts) (value []byte, err error) {
	if waits, ok := k.Key.(signing.ContextKey); ok {
		value, err = waits.SignContext(ctx, digest, opts)
	} else {
		value, err = k.Key.Sign(rand.Reader, digest, opts)
	}
	if err == nil {
		k.made = append(k.made, backSignature{slices.Clone(digest), slices.Clone(value)})
	}
	return value, err
}

// returnedKey answers with signatures that were made elsewhere. A digest that nobody
// signed there is of other bytes than those handed out.
type returnedKey struct {
	cert   *x509.Certificate
	chain  []*x509.Certificate
	at     time.Time
	values map[string][]byte
}

var _ signing.Key = (*returnedKey)(nil)

func (k *returnedKey) Public() crypto.PublicKey       { return k.cert.PublicKey }
func (k *returnedKey) Certificate() *x509.Certificate { return k.cert }
func (k *returnedKey) Chain() []*x509.Certificate     { return k.chain }
func (k *returnedKey) Close() error                   { return nil }
func (k *returnedKey) Sign(_ io.Reader, digest []byte, _ crypto.SignerOpts) ([]byte, error) {
	if v := k.values[string(digest)]; v != nil {
		return v, nil
	}
	return nil, ErrOtherContents
}
