package office

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/signing"
	"ankhai/storage"
	"ankhai/storage/keys"
)

// The outcomes of handing dossiers out to be signed.
var (
	ErrSeveralEmployers = errors.New("dossiers of several employers")
	ErrNothingGiven     = errors.New("no dossier named")
	ErrNotGiven         = errors.New("file is not one that was handed out for signing")
	ErrNoReturn         = errors.New("file is not one that came back signed")
	ErrNotOut           = errors.New("dossier is not out in this file")
	ErrOtherContents    = errors.New("what was signed is not what was handed out")
	ErrSignedWhen       = errors.New("moment of signing lies outside the hand-over")
	ErrUntrusted        = errors.New("signature of what came back is not valid")
)

// handoverVersion is of what is inside the two files.
const handoverVersion = 1

// The two kinds of files.
const (
	givenKind    = "giao-ky"
	returnedKind = "da-ky"
)

// handoverGiven is what a file handed out for signing holds: all that the signature depends on,
// and what the signer should see.
type handoverGiven struct {
	Version  int            `json:"phienBan"`
	Kind     string         `json:"loai"`
	Ma       string         `json:"ma"`
	Made     time.Time      `json:"luc"`
	By       string         `json:"nguoiGiao"`
	For      string         `json:"giaoCho"`
	Employer facts.DonVi    `json:"donVi"`
	IVAN     IVAN           `json:"ivan"`
	Dossiers []givenDossier `json:"hoSo"`
}

type givenDossier struct {
	ID        string       `json:"id"`
	Procedure string       `json:"thuTuc"`
	Service   string       `json:"dichVu"`
	Case      string       `json:"truongHop"`
	Month     law.Month    `json:"thang"`
	Dot       int          `json:"dot"`
	SHA256    string       `json:"sha256"`
	Docs      []givenDoc   `json:"mau"`
	Papers    []givenPaper `json:"giayTo"`
	Reminders []form.Fault `json:"nhac"`
	Trail     []SignOff    `json:"kyDuyet"`
}

type givenDoc struct {
	Since law.Day         `json:"tu"`
	Doc   json.RawMessage `json:"noiDung"`
}

type givenPaper struct {
	Name  string `json:"ten"`
	Mime  string `json:"kieu"`
	Bytes []byte `json:"tep"`
}

// HandOut writes checked dossiers of one employer into a file that another AnKhai opens
// with the passphrase, shows and signs. From here on they stay as they are until they
// come back signed or are called back. The passphrase is overwritten.
func (o *Office) HandOut(ctx context.Context, ids []string, to, path string, passphrase []byte) (ma string, err error) {
	defer clear(passphrase)
	fail := func(err error) (string, error) { return "", fmt.Errorf("hand out: %w", err) }
	if len(ids) == 0 {
		return fail(ErrNothingGiven)
	}
	if _, err := os.Lstat(path); err == nil {
		return fail(os.ErrExist)
	}
	ma = storage.NewMa()
	g := handoverGiven{Version: handoverVersion, Kind: givenKind, Ma: ma, Made: o.now().UTC(), By: account(), For: typed(to)}
	if r, err := o.Person(); err == nil {
		g.By = r.Name
	}
	sums := map[string]string{}
	for _, id := range ids {
		if _, twice := sums[id]; twice {
			continue
		}
		d, err := o.givenDossier(ctx, id, &g)
		if err != nil {
			return fail(err)
		}
		sums[id] = d.SHA256
		g.Dossiers = append(g.Dossiers, d)
	}
	data, err := o.writeLetter(ctx, g, passphrase)
	if err != nil {
		return fail(err)
	}
	if err := o.store.HandOut(ctx, ma, g.For, sums); err != nil {
		return fail(err)
	}
	if err := writeFile(path, data, 0o600); err != nil { // then nobody can sign it: they are not out
		for id := range sums {
			err = errors.Join(err, o.store.Recall(context.WithoutCancel(ctx), id))
		}
		return fail(err)
	}
	return ma, nil
}

// givenDossier is one dossier as it goes out: checked just now, approved where the
// employer asks for two persons and the signer elsewhere is not the second.
func (o *Office) givenDossier(ctx context.Context, id string, g *handoverGiven) (out givenDossier, err error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return out, err
	}
	if !d.State.Draft() {
		return out, storage.ErrFrozen
	}
	if err := o.refuseOut(ctx, d); err != nil {
		return out, err
	}
	if g.Employer.MaSoThue == "" {
		if g.Employer, err = o.store.DonVi(ctx, d.MaSoThue); err != nil {
			return out, err
		}
		if g.IVAN, err = o.ivanOf(ctx, d.MaSoThue); err != nil {
			return out, err
		}
	}
	if g.Employer.MaSoThue != d.MaSoThue {
		return out, ErrSeveralEmployers
	}
	faults, err := o.Check(ctx, id)
	if err != nil {
		return out, err
	}
	if form.Blocks(faults) {
		return out, &FaultsError{faults}
	}
	standing, err := o.Approval(ctx, id)
	if err != nil {
		return out, err
	}
	if standing.Needed && !standing.Submitted {
		return out, ErrNotSubmitted
	}
	out = givenDossier{ID: d.ID, Procedure: d.Procedure, Service: d.Service, Case: d.Case, Month: d.Month, Dot: d.Dot, Reminders: faults, Trail: standing.Trail}
	if out.SHA256, err = o.store.Contents(ctx, id); err != nil {
		return out, err
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return out, err
	}
	for _, doc := range docs {
		data, err := json.Marshal(doc)
		if err != nil {
			return out, err
		}
		out.Docs = append(out.Docs, givenDoc{doc.Form.From, data})
	}
	papers, err := o.papersOf(ctx, id)
	for _, a := range papers {
		out.Papers = append(out.Papers, givenPaper{a.Name, a.Mime, a.Bytes})
	}
	return out, err
}

// refuseOut stops work on a dossier that is out to be signed.
func (o *Office) refuseOut(ctx context.Context, d storage.Dossier) error {
	h, err := o.store.HandoverOf(ctx, d.ID)
	switch {
	case errors.Is(err, storage.ErrNotFound):
		return nil
	case err == nil && h.EndedAt.IsZero():
		return fmt.Errorf("dossier %s: %w", storage.Ref(d.ID), storage.ErrOut)
	}
	return err
}

// Handovers lists what the employer at hand has out to be signed, oldest first; all
// that ever went out with ended.
func (o *Office) Handovers(ctx context.Context, ended bool) ([]storage.Handover, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	return o.store.Handovers(ctx, dv.MaSoThue, ended)
}

// Recall calls a dossier back that is out to be signed. A signature that comes back
// later is not taken in.
func (o *Office) Recall(ctx context.Context, id string) error {
	err := o.store.Recall(ctx, id)
	if errors.Is(err, storage.ErrNotFound) {
		err = fmt.Errorf("recall %s: %w", storage.Ref(id), ErrNotOut)
	}
	return err
}

// TakeBack takes in what came back signed. Every signature is put into the bytes that
// this data folder makes of the dossier itself, and verified there: what was signed
// elsewhere can be nothing else. Each dossier answers for itself. The passphrase is
// overwritten.
func (o *Office) TakeBack(ctx context.Context, data, passphrase []byte) ([]BatchResult, error) {
	defer clear(passphrase)
	fail := func(err error) ([]BatchResult, error) { return nil, fmt.Errorf("take back: %w", err) }
	var r returned
	if err := o.readLetter(ctx, data, passphrase, &r); err != nil {
		return fail(err)
	}
	if r.Kind != returnedKind || r.Version > handoverVersion || len(r.Dossiers) == 0 {
		return fail(ErrNoReturn)
	}
	cert, err := x509.ParseCertificate(r.Cert)
	if err != nil {
		return fail(ErrNoReturn)
	}
	var chain []*x509.Certificate
	for _, der := range r.Chain {
		c, err := x509.ParseCertificate(der)
		if err != nil {
			return fail(ErrNoReturn)
		}
		chain = append(chain, c)
	}
	var out []BatchResult
	for _, d := range r.Dossiers {
		b := BatchResult{ID: d.ID}
		if b.Err = o.takeBack(ctx, r.Ma, d, cert, chain); b.Err == nil {
			b.Signed, b.Err = o.signedBefore(ctx, d.ID)
		}
		out = append(out, b)
	}
	return out, nil
}

func (o *Office) takeBack(ctx context.Context, ma string, r backDossier, cert *x509.Certificate, chain []*x509.Certificate) error {
	fail := func(err error) error { return fmt.Errorf("take back %s: %w", storage.Ref(r.ID), err) }
	d, err := o.store.Dossier(ctx, r.ID)
	if err != nil {
		return fail(ErrNotOut)
	}
	h, err := o.store.HandoverOf(ctx, r.ID)
	if errors.Is(err, storage.ErrNotFound) || err == nil && (!h.EndedAt.IsZero() || h.Ma != ma) {
		err = ErrNotOut
	}
	if err != nil {
		return fail(err)
	}
	sum, err := o.store.Contents(ctx, r.ID)
	if err != nil {
		return fail(err)
	}
	if sum != h.SHA256 || sum != r.SHA256 {
		return fail(ErrOtherContents)
	}
	if r.At.Before(h.At.Add(-clockGap)) || r.At.After(o.now().Add(clockGap)) {
		return fail(ErrSignedWhen)
	}
	faults, err := o.Check(ctx, r.ID)
	if err != nil {
		return fail(err)
	}
	if form.Blocks(faults) {
		return &FaultsError{faults}
	}
	key := &returnedKey{cert: cert, chain: chain, at: r.At.UTC(), values: map[string][]byte{}}
	for _, s := range r.Signatures {
		key.values[string(s.Digest)] = s.Value
	}
	sub, err := o.signContents(ctx, d, key)
	if errors.Is(err, signing.ErrKeyMismatch) {
		err = fmt.Errorf("%w: %w", ErrOtherContents, err)
	}
	if err != nil {
		return err
	}
	if err := o.trusted(ctx, sub); err != nil {
		return fail(err)
	}
	_, err = o.store.TakeBack(ctx, ma, r.ID, sub, &storage.SignOff{DossierID: r.ID, Step: storage.Approved, Name: sub.Signer,
		Person: "chung-thu:" + sub.CertSerial, Proven: true, Note: "ký ở nơi khác, tệp giao ký " + ma[:8]})
	if errors.Is(err, storage.ErrNotFound) {
		err = ErrNotOut
	}
	return err
}

// clockGap is how far the clocks of two computers may differ.
const clockGap = 24 * time.Hour

// trusted holds the signatures of what came back against the trust store: nobody is
// taken at their word because of a passphrase.
func (o *Office) trusted(ctx context.Context, sub storage.Submission) error {
	for _, f := range signedFiles(sub) {
		if kindOf(f.Bytes) == kindOther {
			continue
		}
		report, err := o.Verify(ctx, VerifyInput{Name: f.Name, Data: f.Bytes})
		if err != nil {
			return err
		}
		if slices.ContainsFunc(report.Signatures, func(s signing.Signature) bool { return !s.Valid }) {
			return ErrUntrusted
		}
	}
	return nil
}

// writeLetter seals v under a key of its own, which the passphrase opens.
func (o *Office) writeLetter(ctx context.Context, v any, passphrase []byte) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp(o.dir, storage.TempFiles)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	k, err := keys.Create(ctx, tmp, Sources{Passphrase: passphrase}, o.now)
	if err != nil {
		return nil, err
	}
	defer k.Close()
	keyFile, err := os.ReadFile(filepath.Join(tmp, keys.Files[0]))
	if err != nil {
		return nil, err
	}
	return storage.SealLetter(text, keyFile, k.DEK().Bytes())
}

// readLetter opens a sealed file into v.
func (o *Office) readLetter(ctx context.Context, data, passphrase []byte, v any) error {
	keyFile, err := storage.LetterKey(data)
	if err != nil {
		return err
	}
	dir := o.dir
	if o.viewOnly {
		dir = "" // what is written there is wrapped all the same
	}
	tmp, err := os.MkdirTemp(dir, storage.TempFiles)
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	path := filepath.Join(tmp, keys.Files[0])
	if err := os.WriteFile(path, keyFile, 0o600); err != nil {
		return err
	}
	k, err := keys.Open(ctx, path, Sources{Passphrase: passphrase}, o.now)
	if errors.Is(err, keys.ErrPassphrase) {
		return ErrLetterPass // keys has words of its own, for the data's passphrase
	}
	if err != nil {
		return fmt.Errorf("%w: %w", storage.ErrLetterBad, err)
	}
	defer k.Close()
	text, err := storage.OpenLetter(data, k.DEK().Bytes())
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, v); err != nil {
		return storage.ErrLetterBad
	}
	return nil
}

// ErrLetterPass: the passphrase does not open a file handed out for signing.
var ErrLetterPass = errors.New("wrong passphrase of a file for signing")
