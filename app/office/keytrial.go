package office

import (
	"context"
	"fmt"
	"time"

	"ankhai/signing"
	"ankhai/signing/xmlsig"
)

// trialText is what a key signs to be tried: nothing that means anything.
const trialText = `<ThuChuKy><NoiDung>Văn bản thử chữ ký số, không có giá trị pháp lý</NoiDung><Cky></Cky></ThuChuKy>`

// KeyTrial is what came of trying a key.
type KeyTrial struct {
	Key    KeyInfo
	Took   time.Duration  // of the signature alone
	Report signing.Report // of our own verifier
}

// TryKey signs a small text with an open key and judges the signature as that of any
// file. The text is thrown away. An employer's tax code is not asked for: a key of
// somebody else works too, and Key says whose it is.
func (o *Office) TryKey(ctx context.Context, spec string, key signing.Key) (KeyTrial, error) {
	t := KeyTrial{Key: o.KeyInfo(spec, key, o.taxCode(ctx))}
	from := time.Now()
	doc, err := xmlsig.Sign(ctx, []byte(trialText), key, xmlsig.Options{At: "ThuChuKy/Cky", Time: o.now()})
	t.Took = time.Since(from)
	if err != nil {
		return t, fmt.Errorf("try key: %w", err)
	}
	if t.Report, err = o.Verify(ctx, VerifyInput{Name: "thu-chu-ky.xml", Data: doc}); err != nil {
		return t, fmt.Errorf("try key: %w", err)
	}
	return t, nil
}
