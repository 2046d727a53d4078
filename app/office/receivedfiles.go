package office

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"ankhai/app/gateway"
	"ankhai/forms/c12"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// ReceivedFile is a file that is kept with a dossier.
type ReceivedFile struct {
	N     int64
	Name  string
	At    time.Time
	How   string // in words
	Said  tralai.Giay
	Seal  Seal // as it was judged when it came
	Now   Seal // as it is judged now; of ReceivedFile alone
	Bytes []byte
}

var howWords = map[string]string{storage.CameAsFile: "nhập từ tệp", storage.CameOnline: "cổng trả", storage.CameInPerson: "nhập tay"}

func receivedView(r storage.Received) (ReceivedFile, error) {
	f := ReceivedFile{N: r.N, Name: r.Name, At: r.At, How: howWords[r.How], Bytes: r.Bytes}
	err := errors.Join(json.Unmarshal(r.Doc, &f.Said), json.Unmarshal(r.Signatures, &f.Seal))
	return f, err
}

// ReceivedFiles lists the files that are kept with a dossier, earliest first, without
// their bytes.
func (o *Office) ReceivedFiles(ctx context.Context, id string) ([]ReceivedFile, error) {
	kept, err := o.store.ReceivedOf(ctx, id)
	if err != nil {
		return nil, err
	}
	out := make([]ReceivedFile, len(kept))
	for i, r := range kept {
		if out[i], err = receivedView(r); err != nil {
			return nil, fmt.Errorf("read received file %d of %s: %w", r.N, storage.Ref(id), err)
		}
	}
	return out, nil
}

// ReceivedFile is a kept file with its bytes, its signatures judged anew.
func (o *Office) ReceivedFile(ctx context.Context, id string, n int64) (ReceivedFile, error) {
	r, err := o.store.ReceivedFile(ctx, id, n)
	if err != nil {
		return ReceivedFile{}, err
	}
	f, err := receivedView(r)
	if err != nil {
		return f, err
	}
	f.Now, err = o.seal(ctx, f.Name, f.Bytes)
	return f, err
}

// keepOnline keeps what the gateway handed out of a dossier, each file once.
func (o *Office) keepOnline(ctx context.Context, id string, files []gateway.File) error {
	for _, f := range files {
		if len(f.Bytes) == 0 || len(f.Bytes) > storage.MaxReceived {
			continue // the gateway still has it
		}
		name := filepath.Base(f.TenFile)
		seal, err := o.seal(ctx, name, f.Bytes)
		if err != nil {
			return err
		}
		judged, err := json.Marshal(seal)
		if err != nil {
			return err
		}
		said := tralai.Giay{}
		if kindOf(f.Bytes) != kindPDF {
			said = tralai.DocGiay(f.Bytes)
		}
		doc, err := json.Marshal(said)
		if err != nil {
			return err
		}
		if _, _, err := o.store.PutReceived(ctx, storage.Received{DossierID: id, Name: name, How: storage.CameOnline, Bytes: f.Bytes, Doc: doc, Signatures: judged}); err != nil {
			if errors.Is(err, storage.ErrReadOnly) {
				return nil
			}
			return err
		}
	}
	return nil
}

// pdfLines are the words of a PDF, line by line.
func pdfLines(ctx context.Context, pdf []byte) ([]byte, error) {
	list, err := pdfWords(ctx, pdf)
	if err != nil {
		return nil, err
	}
	words, err := c12.DocTu(bytes.NewReader(list))
	if err != nil {
		return nil, fmt.Errorf("read PDF: %w: %w", ErrPDFText, err)
	}
	var b bytes.Buffer
	for i, w := range words {
		if i > 0 {
			if p := words[i-1]; p.Trang != w.Trang || w.Y0 >= p.Y1 || w.X0 < p.X0 {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w.S)
	}
	return b.Bytes(), nil
}
