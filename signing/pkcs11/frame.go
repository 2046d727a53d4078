package pkcs11

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
)

// A frame is a length of four bytes, big-endian, and as many bytes. Messages are
// frames of JSON. A PIN is never part of one: it follows its message as a bare
// frame, so that no JSON buffer keeps a copy, and both ends wipe it.

// maxFrame bounds what either end takes from the other.
const maxFrame = 8 << 20

func writeFrame(w io.Writer, payload []byte) error {
	var head [4]byte
	binary.BigEndian.PutUint32(head[:], uint32(len(payload)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(payload)
	return err
}

// readFrame reads exactly one frame, so that nothing of the next stays in a buffer.
func readFrame(r io.Reader, limit uint32) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint32(head[:])
	if n > limit {
		return nil, fmt.Errorf("frame of %d bytes, at most %d", n, limit)
	}
	payload := make([]byte, n)
	_, err := io.ReadFull(r, payload)
	return payload, err
}

func writeMessage(w io.Writer, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return writeFrame(w, data)
}

func readMessage(r io.Reader, limit uint32, v any) error {
	data, err := readFrame(r, limit)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, v)
}

// request is what the program asks of its helper, one at a time.
type request struct {
	Op     string        `json:"op"` // "slots", "login", "sign", "close"
	Login  *loginRequest `json:"login,omitempty"`
	Handle uint64        `json:"handle,omitempty"` // of an open key
	Data   []byte        `json:"data,omitempty"`
	PIN    bool          `json:"pin,omitempty"` // a bare frame with the PIN follows
}

// answer is what the helper says. One of Call, Load and the results is there.
type answer struct {
	Call      string       `json:"call,omitempty"` // the call that failed, and its code
	Code      Code         `json:"code,omitempty"`
	Load      string       `json:"load,omitempty"` // why the library could not be loaded
	Slots     []slotInfo   `json:"slots,omitempty"`
	Login     *loginAnswer `json:"login,omitempty"`
	Signature []byte       `json:"signature,omitempty"`
}
