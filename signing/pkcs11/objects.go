package pkcs11

// Room for the values of attributes. Some drivers answer zero when they are asked
// how long a value is, so nobody asks: a fixed buffer is offered, and a larger one
// only to a driver that says it was too small.
const (
	labelRoom       = 256
	certificateRoom = 4096
	largestRoom     = 64 << 10
)

// find gives the objects of a class, with an ID if one is asked for.
func (b *binding) find(session uint64, class uint64, id []byte) ([]uint64, error) {
	m := new(memory)
	defer m.free()
	want := b.long(class)
	template := record{layout: b.layout, b: make([]byte, 2*b.attributeSize())}
	put := func(kind uint64, value []byte) {
		template.putLong(kind)
		template.putPointer(uint64(m.bytes(value)))
		template.putLong(uint64(len(value)))
	}
	put(attrClass, want.b)
	count := uintptr(1)
	if len(id) > 0 {
		template.at = b.attributeSize()
		put(attrID, id)
		count = 2
	}
	if err := b.call(fnFindObjectsInit, uintptr(session), m.bytes(template.b), count); err != nil {
		return nil, err
	}
	defer func() { _ = b.call(fnFindObjectsFinal, uintptr(session)) }() // the search is over either way
	const step = 16
	buf := make([]byte, step*b.ulong)
	var out []uint64
	for len(out) < maxObjects {
		n := b.long(0)
		if err := b.call(fnFindObjects, uintptr(session), m.bytes(buf), step, m.bytes(n.b)); err != nil {
			return nil, err
		}
		some := b.longs(buf, n.value())
		if len(some) == 0 {
			break
		}
		out = append(out, some...)
	}
	return out, nil
}

// attribute reads one value; nil where the object has none or keeps it to itself.
func (b *binding) attribute(session, object, kind uint64, room int) ([]byte, error) {
	for {
		value, err := b.attributeInto(session, object, kind, make([]byte, room))
		switch codeOf(err) {
		case ckAttributeInvalid, ckAttributeSensitive:
			return nil, nil
		case ckBufferTooSmall:
			if room < largestRoom {
				room = largestRoom
				continue
			}
		}
		return value, err
	}
}

func (b *binding) attributeInto(session, object, kind uint64, buf []byte) ([]byte, error) {
	m := new(memory)
	defer m.free()
	template := record{layout: b.layout, b: make([]byte, b.attributeSize())}
	template.putLong(kind)
	template.putPointer(uint64(m.bytes(buf)))
	at := template.align(template.at, b.ulong)
	template.putLong(uint64(len(buf)))
	if err := b.call(fnGetAttributeValue, uintptr(session), uintptr(object), m.bytes(template.b), 1); err != nil {
		return nil, err
	}
	template.at = at
	n := template.long()
	if n == b.unavailable() || n > uint64(len(buf)) {
		return nil, nil
	}
	return buf[:n], nil
}

// flag reads a CK_BBOOL; an object without it has it not set.
func (b *binding) flag(session, object, kind uint64) bool {
	value, err := b.attribute(session, object, kind, labelRoom)
	return err == nil && len(value) > 0 && value[0] != 0
}

// number reads a CK_ULONG.
func (b *binding) number(session, object, kind uint64) (uint64, bool) {
	value, err := b.attribute(session, object, kind, labelRoom)
	if err != nil || len(value) < b.ulong {
		return 0, false
	}
	r := record{layout: b.layout, b: value}
	return r.long(), true
}
