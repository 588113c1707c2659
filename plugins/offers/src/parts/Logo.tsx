import { RiBox3Line } from '@remixicon/react';
import { useState } from 'react';
import styles from './Logo.module.css';

/** The picture of an offer, or a plain box where there is none or it does not load. Decoration only. */
export const Logo = ({ src }: { src: string | undefined }) => {
  const [broken, setBroken] = useState(false);
  return (
    <span className={styles.logo} aria-hidden="true">
      {src && !broken ? (
        <img
          src={src}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      ) : (
        <RiBox3Line size={22} />
      )}
    </span>
  );
};
